package kmmotos.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "kmmotos.benchmarks",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /// Till code would take its time in the driver, which shares the server's cores.
    @ArchTest
    static final ArchRule whatDrivesTheServerIsNoWholeTill =
            noClasses()
                    .that()
                    .resideInAnyPackage("kmmotos.benchmarks.sync..", "kmmotos.benchmarks.growth..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("kmmotos.desktop..");

    @ArchTest
    static final ArchRule theJournalIsMeasuredWithoutAServer =
            noClasses()
                    .that()
                    .resideInAPackage("kmmotos.benchmarks.journal..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "kmmotos.server..",
                            "kmmotos.benchmarks.sync..",
                            "kmmotos.benchmarks.growth..");
}
