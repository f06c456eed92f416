package io.homeport.sample;

import jakarta.servlet.ServletContainerInitializer;

/**
 * What a server is asked to serve, and where.
 *
 * @param port TCP port on all addresses, 0 for one the system chooses
 * @param contextPath empty for the root, else it starts with a slash and does not end with one
 */
record Site(int port, String contextPath, ServletContainerInitializer application) {}
