package tenet.reports;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitReferenceTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The folder list is the architecture: who may see what. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final List<String> MODULES = List.of("symbolic", "numeric", "theorems", "properties", "reports");
    private static final List<String> TRUSTED = List.of("term", "formula", "algebra", "kernel");
    private static final String KERNEL = "tenet.symbolic.kernel";
    private static final String THEOREM = KERNEL + ".Theorem";

    private static final JavaClasses TENET = new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("tenet");

    /** Without this the rules below could pass because nothing was read. */
    @Test
    void every_source_file_is_among_the_classes_that_the_rules_see() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String module : MODULES) {
            Path sources = ROOT.resolve(module).resolve("src/main/java");
            try (var files = Files.walk(sources)) {
                files.map(sources::relativize).map(Path::toString)
                    .filter(file -> file.endsWith(".java") && !file.endsWith("-info.java"))
                    .map(file -> file.substring(0, file.length() - ".java".length()).replace('/', '.').replace('\\', '.'))
                    .filter(name -> !TENET.contain(name))
                    .forEach(missing::add);
            }
        }
        assertThat(missing).as("source files without a class of their name").isEmpty();
        assertThat(TENET.contain(Main.class)).isTrue();
    }

    @ParameterizedTest
    @FieldSource("TRUSTED")
    void trusted_code_rests_on_the_language_and_on_trusted_code_alone(String part) {
        String[] allowed = {"java.lang", "java.lang.runtime", "java.lang.annotation", "java.util..", "java.math",
            "tenet.symbolic.term..", "tenet.symbolic.formula..", "tenet.symbolic.algebra..", "tenet.symbolic.kernel.."};
        check("tenet.symbolic." + part, classes().that().resideInAPackage("tenet.symbolic." + part + "..")
            .should().onlyDependOnClassesThat().resideInAnyPackage(allowed)
            .because("whoever trusts a proof has to read it all; and reflection could forge a theorem"));
    }

    @Test
    void a_theorem_has_no_constructor_that_others_could_call() {
        check(KERNEL, constructors().that().areDeclaredIn(THEOREM).should().bePackagePrivate().orShould().bePrivate());
    }

    @Test
    void only_the_kernel_makes_theorems() {
        check(KERNEL, noClasses().that().resideOutsideOfPackage(KERNEL)
            .should().accessTargetWhere(describe("the target makes a theorem", ArchitectureTest::makesATheorem)));
    }

    @Test
    void a_theorem_cannot_be_extended() {
        check(KERNEL, classes().that().haveFullyQualifiedName(THEOREM).should().haveModifier(JavaModifier.FINAL));
    }

    @ParameterizedTest(name = "{0} is seen by {1} alone")
    @CsvSource({
        "org.antlr..,           tenet.symbolic.syntax..",
        "org.matheclipse..,     tenet.symbolic.search..",
        "org.hipparchus..,      tenet.numeric..",
        "org.ejml..,            tenet.numeric..",
        "de.siegmar..,          tenet.numeric.graph.file..",
        "org.apache.commons.rng.., tenet.properties..",
        "net.jqwik..,           tenet.properties.jqwik..",
        "org.junit..,           tenet.properties..",
        "picocli..,             tenet.reports..",
        "me.tongfei..,          tenet.reports..",
        "com.fasterxml..,       tenet.reports..",
        "freemarker..,          tenet.reports..",
        "org.eclipse..,         tenet.reports.html..",
        "com.google..,          tenet.reports..",
        "tools.jackson..,       tenet.reports.."})
    void a_library_is_seen_by_one_part_alone(String library, String part) {
        noClasses().that().resideOutsideOfPackage(part)
            .should().dependOnClassesThat().resideInAPackage(library)
            .check(TENET);
    }

    /** The poms forbid it too; this holds for whoever puts two modules on one class path by another way. */
    @Test
    void modules_depend_downwards() {
        for (int lower = 0; lower < MODULES.size(); lower++) {
            for (String upper : MODULES.subList(lower + 1, MODULES.size())) {
                noClasses().that().resideInAPackage("tenet." + MODULES.get(lower) + "..")
                    .should().dependOnClassesThat().resideInAPackage("tenet." + upper + "..")
                    .allowEmptyShould(true)
                    .check(TENET);
            }
        }
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("tenet.(**)").should().beFreeOfCycles().check(TENET);
    }

    private static boolean makesATheorem(JavaAccess<?> access) {
        return access.getTarget().getOwner().getName().equals(THEOREM)
            && access.getTarget().getName().equals("<init>")
            && (access.getTarget() instanceof CodeUnitCallTarget || access.getTarget() instanceof CodeUnitReferenceTarget);
    }

    /** A rule about a package may be empty only as long as the package has no folder. */
    private static void check(String about, ArchRule rule) {
        boolean exists = Files.isDirectory(ROOT.resolve("symbolic/src/main/java").resolve(about.replace('.', '/')));
        rule.allowEmptyShould(!exists).check(TENET);
    }
}
