package dev.paca.producers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class LayersTest {
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.paca.producers");

  @Test
  void aFormKnowsNeitherKafkaNorTheNetwork() {
    noClasses()
        .that()
        .resideInAPackage("..producers.form..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "io.javalin..", "java.net..", "java.nio.file..")
        .check(classes);
  }

  @Test
  void publishingKnowsNothingOfWhereReportsComeFrom() {
    noClasses()
        .that()
        .resideInAPackage("..producers.publish..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..producers.files..", "..producers.gateway..", "..producers.form..")
        .check(classes);
  }

  @Test
  void packagesDoNotDependOnEachOtherInACircle() {
    slices().matching("dev.paca.producers.(*)..").should().beFreeOfCycles().check(classes);
  }
}
