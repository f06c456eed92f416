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

    private Artifacts() {}

    /** The files of these artifacts and of all that they need at run time. */
    public static List<Path> withDependencies(List<String> coordinates) {
        return RESOLVED.computeIfAbsent(
                coordinates,
                all -> resolved(all, DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME, JavaScopes.PROVIDED)));
    }

    /** The file of this artifact alone. */
    public static Path alone(String coordinates) {
        DependencyFilter first = (node, parents) -> parents.size() == 1;
        return RESOLVED.computeIfAbsent(List.of("alone", coordinates), all -> resolved(List.of(coordinates), first))
                .get(0);
    }

    private static List<Path> resolved(List<String> coordinates, DependencyFilter filter) {
        CollectRequest wanted = new CollectRequest();
        for (String one : coordinates) {
            wanted.addDependency(new Dependency(new DefaultArtifact(one), JavaScopes.RUNTIME));
        }
        wanted.setRepositories(MAVEN.remoteRepositories());
        try {
            List<Path> files = new ArrayList<>();
            for (ArtifactResult result : MAVEN.repositorySystem()
                    .resolveDependencies(MAVEN.repositorySystemSession(), new DependencyRequest(wanted, filter))
                    .getArtifactResults()) {
                files.add(result.getArtifact().getFile().toPath());
            }
            return files;
        } catch (RepositoryException e) {
            throw new IllegalStateException(coordinates + " cannot be had: " + e.getMessage(), e);
        }
    }
}
