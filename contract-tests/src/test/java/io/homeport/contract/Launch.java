package io.homeport.contract;

import java.util.List;
import java.util.Map;

/**
 * How a server that is laid out is started.
 *
 * @param environment beside what the tests themselves run in
 * @param ready what the line says by which the server tells that it listens and that the application is there
 */
record Launch(List<String> command, Map<String, String> environment, String ready) {}
