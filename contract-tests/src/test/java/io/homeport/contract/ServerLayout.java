package io.homeport.contract;

import java.io.IOException;
import java.nio.file.Path;

/** How servers of one kind are laid out around an application and started by their own means, as their manuals say. */
interface ServerLayout {

    /**
     * Writes the site's own files and leaves the server's alone.
     *
     * @param home where the server is installed
     */
    Launch prepare(Path home, Site site) throws IOException;
}
