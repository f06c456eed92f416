package io.homeport.runtime;

import java.util.ArrayList;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Takes a connection of a data source that one of the applications, or the JVM, knows by a name of JNDI. */
final class JndiLook implements Look {
    private final String name;
    private final int seconds;
    private final LookSources sources;

    JndiLook(String name, int seconds, LookSources sources) {
        this.name = name;
        this.seconds = seconds;
        this.sources = sources;
    }

    @Override
    public Seen look() throws Exception {
        String wrong = "";
        for (ClassLoader loader : loaders()) {
            try {
                return Application.call(loader, this::lookUp);
            } catch (NamingException e) {
                wrong = wrong.isEmpty() ? CheckWords.of(e) : wrong;
            }
        }
        return sources.missing(wrong);
    }

    /** Those of the applications, and ours for what is the same for all of the JVM. */
    private List<ClassLoader> loaders() {
        List<ClassLoader> loaders = new ArrayList<>();
        for (Application application : sources.applications()) {
            ClassLoader loader = application.loader();
            if (loader != null) {
                loaders.add(loader);
            }
        }
        loaders.add(JndiLook.class.getClassLoader());
        return loaders;
    }

    /** The name is the configuration's, never a request's. */
    @SuppressWarnings("BanJNDI")
    private Seen lookUp() throws Exception {
        InitialContext names = new InitialContext();
        @Nullable Object found;
        try {
            found = names.lookup(name);
        } finally {
            names.close();
        }
        return found instanceof DataSource database
                ? Databases.seen(database.getConnection(), seconds)
                : Seen.down("no data source, but "
                        + (found == null ? "nothing" : found.getClass().getName()));
    }
}
