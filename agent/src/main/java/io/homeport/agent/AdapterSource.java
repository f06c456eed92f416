package io.homeport.agent;

import io.homeport.runtime.ContainerAdapter;
import io.homeport.runtime.HomeportNode;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** Makes the adapter of one container in one class loader, once. */
final class AdapterSource {
    private final WeakReference<ClassLoader> loader;
    private final AdaptersMade siblings;
    // Guarded by siblings.
    private WeakReference<ContainerAdapter> adapter = new WeakReference<>(null);

    AdapterSource(ClassLoader loader, AdaptersMade siblings) {
        this.loader = new WeakReference<>(loader);
        this.siblings = siblings;
    }

    Container container() {
        return siblings.container();
    }

    /** The adapter; its functions, held by the bridge, keep it alive. */
    ContainerAdapter adapter() {
        return adapter(null);
    }

    /** @param seen what an adapter is made with besides the node, if anything */
    ContainerAdapter adapter(@Nullable Object seen) {
        synchronized (siblings) {
            @Nullable ContainerAdapter known = adapter.get();
            if (known == null) {
                known = sharedOrMade(seen);
                adapter = new WeakReference<>(known);
            }
            return known;
        }
    }

    /** The adapter, null where nothing has made one yet. */
    @Nullable
    ContainerAdapter made() {
        synchronized (siblings) {
            @Nullable ContainerAdapter known = adapter.get();
            @Nullable ClassLoader parent = loader.get();
            if (known == null && parent != null) {
                known = siblings.sharedBy(parent);
                adapter = new WeakReference<>(known);
            }
            return known;
        }
    }

    private ContainerAdapter sharedOrMade(@Nullable Object seen) {
        ClassLoader parent = loader.get();
        if (parent == null) {
            throw new IllegalStateException("the class loader of " + container() + " is gone");
        }
        @Nullable ContainerAdapter shared = siblings.sharedBy(parent);
        if (shared != null) {
            return shared;
        }
        ContainerAdapter made = make(parent, seen);
        // First, because an adapter that cannot even say this must not answer for some of its hooks.
        StandardError.line("active on " + made.name() + " (" + container().label() + ")");
        siblings.add(made);
        return made;
    }

    private ContainerAdapter make(ClassLoader parent, @Nullable Object seen) {
        HomeportNode node = siblings.node().get();
        try {
            Class<?> type = new AdapterClassLoader(parent, container())
                    .loadClass(container().adapterClass());
            return (ContainerAdapter)
                    (seen == null
                            ? type.getConstructor(HomeportNode.class).newInstance(node)
                            : type.getConstructor(HomeportNode.class, Object.class)
                                    .newInstance(node, seen));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
