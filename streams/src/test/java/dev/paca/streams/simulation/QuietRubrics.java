package dev.paca.streams.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.paca.streams.rubrics.RubricTable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Rubrics are refused and registries away in most schedules: nobody wants to read of each. */
final class QuietRubrics implements BeforeAllCallback, AfterAllCallback {
  private final Logger log = (Logger) LoggerFactory.getLogger(RubricTable.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    log.setLevel(Level.OFF);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    log.setLevel(null);
  }
}
