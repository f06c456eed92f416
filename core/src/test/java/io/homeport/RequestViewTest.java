package io.homeport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RequestViewTest {

    @Test
    void requestWithNeitherCookieNorPathParameterCanNameNoSession() {
        assertThat(FakeRequest.get("/shop/ping").canNameSession()).isFalse();
    }

    @Test
    void cookieOrPathParameterMayNameASession() {
        assertThat(FakeRequest.get("/shop/cart").cookie("JSESSIONID=a").canNameSession())
                .isTrue();
        assertThat(FakeRequest.get("/shop;jsessionid=a/cart").canNameSession()).isTrue();
    }
}
