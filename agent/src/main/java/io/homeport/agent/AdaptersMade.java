package io.homeport.agent;

import io.homeport.runtime.ContainerAdapter;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The adapters made so far for one kind of container. A container whose classes come from several loaders, as WildFly's
 * modules do, has one adapter for all of them: what one hook learns another has to know. Whoever makes an adapter holds the
 * lock of this throughout.
 */
final class AdaptersMade {
    private final Container container;
    private final AgentNode node;
    // Guarded by this.
    private final List<WeakReference<ContainerAdapter>> adapters = new ArrayList<>();

    AdaptersMade(Container container, AgentNode node) {
        this.container = container;
        this.node = node;
    }

    Container container() {
        return container;
    }

    AgentNode node() {
        return node;
    }

    synchronized void add(ContainerAdapter adapter) {
        adapters.add(new WeakReference<>(adapter));
    }

    /** The adapter of the container that the loader is of, which from now on sees that loader's classes too. */
    synchronized @Nullable ContainerAdapter sharedBy(ClassLoader loader) {
        adapters.removeIf(reference -> reference.get() == null);
        for (WeakReference<ContainerAdapter> reference : adapters) {
            ContainerAdapter adapter = reference.get();
            if (adapter != null
                    && adapter.getClass().getClassLoader() instanceof AdapterClassLoader known
                    && isOfOneContainer(known, loader)) {
                known.join(loader);
                return adapter;
            }
        }
        return null;
    }

    private boolean isOfOneContainer(ClassLoader known, ClassLoader loader) {
        try {
            return Class.forName(container.marker(), false, known) == Class.forName(container.marker(), false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
