package kmmotos.simulation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

@AnalyzeClasses(
        packages = "kmmotos.simulation",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /// Whatever isn't drawn from the seed would make a run that can't be repeated.
    @ArchTest
    static final ArchRule chanceComesFromTheSeed =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(Random.class, ThreadLocalRandom.class);

    @ArchTest
    static final ArchRule timeIsVirtual =
            noClasses()
                    .should()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(java.time.Instant.class, "now");

    @ArchTest
    static final ArchRule onlyTheCommandStartsThreads =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("Simulate")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.util.concurrent..");

    @ArchTest
    static final ArchRule theTillSideDoesNotKnowTheServer =
            noClasses()
                    .that()
                    .resideInAPackage("kmmotos.simulation.till..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("kmmotos.server..");

    @ArchTest
    static final ArchRule theServerSideDoesNotKnowTheTill =
            noClasses()
                    .that()
                    .resideInAPackage("kmmotos.simulation.server..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("kmmotos.desktop..");
}
