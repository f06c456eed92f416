package io.homeport.agent;

import io.homeport.runtime.ContainerAdapter;
import io.homeport.runtime.HomeportNode;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** Makes the adapter of one container in one class loader, once. */
final class AdapterSource {
    private final WeakReference<ClassLoader> loader;
    private final Container container;
    private final AgentNode node;
    private final AdaptersMade siblings;
    // Guarded by siblings.
    private WeakReference<ContainerAdapter> adapter = new WeakReference<>(null);

    AdapterSource(ClassLoader loader, Container container, AgentNode node, AdaptersMade siblings) {
        this.loader = new WeakReference<>(loader);
        this.container = container;
        this.node = node;
        this.siblings = siblings;
    }

    Container container() {
        return container;
    }

    /** The adapter; its functions, held by the bridge, keep it alive. */
    ContainerAdapter adapter() {
        synchronized (siblings) {
            @Nullable ContainerAdapter known = adapter.get();
            if (known == null) {
                known = sharedOrMade();
                adapter = new WeakReference<>(known);
            }
            return known;
        }
    }

    private ContainerAdapter sharedOrMade() {
        ClassLoader parent = loader.get();
        if (parent == null) {
            throw new IllegalStateException("the class loader of " + container + " is gone");
        }
        @Nullable ContainerAdapter shared = siblings.sharedBy(parent);
        if (shared != null) {
            return shared;
        }
        ContainerAdapter made = make(parent);
        // First, because an adapter that cannot even say this must not answer for some of its hooks.
        StandardError.line("active on " + made.name());
        siblings.add(made);
        return made;
    }

    private ContainerAdapter make(ClassLoader parent) {
        try {
            return (ContainerAdapter) new AdapterClassLoader(parent, container.classPrefix())
                    .loadClass(container.adapterClass())
                    .getConstructor(HomeportNode.class)
                    .newInstance(node.get());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
