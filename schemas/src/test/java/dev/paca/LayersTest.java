package dev.paca;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.LocationProvider;
import com.tngtech.archunit.lang.ArchRule;
import dev.paca.topics.Topics;
import java.util.Set;

@AnalyzeClasses(locations = LayersTest.ThisModule.class)
class LayersTest {
  static final class ThisModule implements LocationProvider {
    @Override
    public Set<Location> get(Class<?> testClass) {
      return Set.of(Location.of(Topics.class.getProtectionDomain().getCodeSource().getLocation()));
    }
  }

  private static final String[] OWN = {
    "dev.paca.problems..",
    "dev.paca.topics..",
    "dev.paca.registry..",
    "dev.paca.settings..",
    "dev.paca.reports..",
    "dev.paca.scores..",
    "dev.paca.rejections..",
    "dev.paca.rubrics..",
    "dev.paca.internal.."
  };

  @ArchTest
  static final ArchRule thisModuleDependsOnNoOther =
      classes()
          .should()
          .onlyDependOnClassesThat(
              JavaClass.Predicates.resideOutsideOfPackage("dev.paca..")
                  .or(JavaClass.Predicates.resideInAnyPackage(OWN)));

  @ArchTest
  static final ArchRule allOfItIsInThesePackages = classes().should().resideInAnyPackage(OWN);

  @ArchTest
  static final ArchRule recordsKnowNothingOfHowTheyAreCarried =
      classes()
          .that()
          .resideInAnyPackage("dev.paca.reports..", "dev.paca.scores..", "dev.paca.internal..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.apache.avro..",
              "dev.paca.reports..",
              "dev.paca.scores..",
              "dev.paca.internal..");

  @ArchTest
  static final ArchRule packagesFormNoCircle =
      slices().matching("dev.paca.(*)..").should().beFreeOfCycles();
}
