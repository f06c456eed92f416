package io.homeport.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules 1 and 11 of the house. */
final class ArchitectureTest {
    /** Each module with its one package. */
    private static final List<String[]> MODULES = List.of(
            new String[] {"artifacts", "io.homeport.artifacts"},
            new String[] {"core", "io.homeport"},
            new String[] {"runtime", "io.homeport.runtime"},
            new String[] {"servlet-filter", "io.homeport.servlet"},
            new String[] {"servlet-filter-javax", "io.homeport.servlet"},
            new String[] {"agent-jetty9", "io.homeport.jetty9"},
            new String[] {"agent", "io.homeport.agent"},
            new String[] {"load-balancer-sim", "io.homeport.sim"},
            new String[] {"sample-backend", "io.homeport.sample"});

    private static JavaClasses module(String name) {
        return new ClassFileImporter().importPath(classFolder(name));
    }

    private static Path classFolder(String module) {
        return Path.of("..", module, "target", "classes");
    }

    @Test
    void coreKnowsOnlyTheJdk() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.homeport", "java..", "org.jspecify.annotations")
                .check(module("core"));
    }

    @Test
    void constructorsOfTheCoreStartNoThread() {
        noClasses()
                .that()
                .areNotAssignableTo(Thread.class)
                .should()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callMethod(Thread.class, "start")
                .check(module("core"));
    }

    @Test
    void everyModuleIsOneFlatPackage() {
        for (String[] module : MODULES) {
            if (Files.exists(classFolder(module[0]))) {
                classes()
                        .should()
                        .resideInAPackage(module[1])
                        .allowEmptyShould(true)
                        .check(module(module[0]));
            }
        }
    }

    @Test
    void namesSayWhatAClassIs() {
        for (String[] module : MODULES) {
            if (Files.exists(classFolder(module[0]))) {
                noClasses()
                        .should()
                        .haveSimpleNameEndingWith("Manager")
                        .orShould()
                        .haveSimpleNameEndingWith("Helper")
                        .orShould()
                        .haveSimpleNameEndingWith("Util")
                        .orShould()
                        .haveSimpleNameEndingWith("Utils")
                        .orShould()
                        .haveSimpleNameEndingWith("Impl")
                        .allowEmptyShould(true)
                        .check(module(module[0]));
            }
        }
    }
}
