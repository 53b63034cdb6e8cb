package kmmotos.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;

/// The arrows inside the shared language: it knows no side, no framework but JSON, no clock and no
/// I/O.
@AnalyzeClasses(packages = "kmmotos.model", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_NO_FRAMEWORK_BUT_JSON =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "kmmotos.model..",
                            "java..",
                            "com.fasterxml.jackson..",
                            "org.jspecify..");

    @ArchTest
    static final ArchRule ANNOTATIONS_ARE_ALL_OF_JSON_THE_BUSINESS_SEES =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("kmmotos.model.sync")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..");

    @ArchTest
    static final ArchRule HAS_NO_CLOCK_NO_FILES_NO_NETWORK =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.nio.file..", "java.net..", "java.sql..", "java.util.concurrent..")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule HOLDS_NO_STATE_OF_ITS_OWN =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_GO_IN_CIRCLES =
            slices().matching("kmmotos.model.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOTHING_BELOW_SYNC_KNOWS_SYNC =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("kmmotos.model.sync")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("kmmotos.model.sync");
}
