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
    // Guarded by this.
    private WeakReference<ContainerAdapter> adapter = new WeakReference<>(null);

    AdapterSource(ClassLoader loader, Container container, AgentNode node) {
        this.loader = new WeakReference<>(loader);
        this.container = container;
        this.node = node;
    }

    Container container() {
        return container;
    }

    /** The adapter; its functions, held by the bridge, keep it alive. */
    ContainerAdapter adapter() {
        return adapter(null);
    }

    /** @param seen what an adapter is made with besides the node, if anything */
    synchronized ContainerAdapter adapter(@Nullable Object seen) {
        @Nullable ContainerAdapter made = adapter.get();
        if (made == null) {
            made = make(seen);
            // First, because an adapter that cannot even say this must not answer for some of its hooks.
            StandardError.line("active on " + made.name() + " (" + container.label() + ")");
            adapter = new WeakReference<>(made);
        }
        return made;
    }

    private ContainerAdapter make(@Nullable Object seen) {
        ClassLoader parent = loader.get();
        if (parent == null) {
            throw new IllegalStateException("the class loader of " + container + " is gone");
        }
        try {
            Class<?> type = new AdapterClassLoader(parent, container).loadClass(container.adapterClass());
            return (ContainerAdapter)
                    (seen == null
                            ? type.getConstructor(HomeportNode.class).newInstance(node.get())
                            : type.getConstructor(HomeportNode.class, Object.class)
                                    .newInstance(node.get(), seen));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
