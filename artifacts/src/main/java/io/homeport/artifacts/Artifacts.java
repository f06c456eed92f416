package io.homeport.artifacts;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyFilter;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/**
 * Published artifacts by their coordinates, {@code group:artifact[:extension[:classifier]]:version}, found as Maven would:
 * with the user's settings, local repository first.
 */
public final class Artifacts {
    private static final Context MAVEN = Runtimes.INSTANCE
            .getRuntime()
            .create(ContextOverrides.create().withUserSettings(true).build());
    private static final Map<List<String>, List<Path>> RESOLVED = new ConcurrentHashMap<>();
    private static final DependencyFilter NEEDED =
            DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME, JavaScopes.PROVIDED);

    private Artifacts() {}

    /** The files of these artifacts and of all that they need at run time. */
    public static List<Path> withDependencies(List<String> coordinates) {
        return withDependencies(coordinates, List.of());
    }

    /** The same without some of what they need, each named as {@code group:artifact}, and without what only those need. */
    public static List<Path> withDependencies(List<String> coordinates, List<String> excluded) {
        return RESOLVED.computeIfAbsent(List.of("all", coordinates.toString(), excluded.toString()), all -> {
            CollectRequest wanted = wanted(coordinates);
            wanted.setDependencies(wanted.getDependencies().stream()
                    .map(one -> one.setExclusions(
                            excluded.stream().map(Artifacts::exclusion).toList()))
                    .toList());
            return resolved(wanted, NEEDED);
        });
    }

    private static Exclusion exclusion(String name) {
        String[] parts = name.split(":", 2);
        return new Exclusion(parts[0], parts[1], "*", "*");
    }

    /** The file of this artifact alone. */
    public static Path alone(String coordinates) {
        DependencyFilter first = (node, parents) -> parents.size() == 1;
        return RESOLVED.computeIfAbsent(
                        List.of("alone", coordinates), all -> resolved(wanted(List.of(coordinates)), first))
                .get(0);
    }

    private static CollectRequest wanted(List<String> coordinates) {
        CollectRequest wanted = new CollectRequest();
        for (String one : coordinates) {
            wanted.addDependency(new Dependency(new DefaultArtifact(one), JavaScopes.RUNTIME));
        }
        wanted.setRepositories(MAVEN.remoteRepositories());
        return wanted;
    }

    private static List<Path> resolved(CollectRequest wanted, DependencyFilter filter) {
        try {
            List<Path> files = new ArrayList<>();
            for (ArtifactResult result : MAVEN.repositorySystem()
                    .resolveDependencies(MAVEN.repositorySystemSession(), new DependencyRequest(wanted, filter))
                    .getArtifactResults()) {
                files.add(result.getArtifact().getFile().toPath());
            }
            return files;
        } catch (RepositoryException e) {
            throw new IllegalStateException(wanted.getDependencies() + " cannot be had: " + e.getMessage(), e);
        }
    }
}
