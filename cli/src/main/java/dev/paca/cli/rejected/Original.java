package dev.paca.cli.rejected;

import dev.paca.problems.ProblemCode;
import dev.paca.registry.RegistryException;
import dev.paca.registry.SerdeFailure;
import dev.paca.rejections.Rejected;
import dev.paca.scoring.report.ReportType;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** What the bytes of a rejected record are: a report of its topic, or why they are none. */
sealed interface Original {

  /** A report, as wrong as it may be. */
  record Legible(SpecificRecord body) implements Original {}

  /**
   * @param reason what is wrong with the bytes
   */
  record Unreadable(ProblemCode code, String reason) implements Original {}

  /**
   * Reads the bytes as they can be read now: the registry may have learnt a schema since.
   *
   * @throws RegistryException when the registry is in trouble, so that nobody can tell
   */
  static Original of(Rejected rejected, Settings settings) {
    Optional<byte[]> value = Rejection.bytes(rejected.getValue());
    if (value.isEmpty()) {
      return unreadable(ProblemCode.VALUE_MISSING);
    }
    try (Deserializer<SpecificRecord> deserializer = ClientSettings.valueDeserializer(settings)) {
      SpecificRecord body = deserializer.deserialize(rejected.getTopic(), value.get());
      return ReportType.ofSchema(body.getSchema()).equals(ReportType.ofTopic(rejected.getTopic()))
          ? new Legible(body)
          : unreadable(ProblemCode.WRONG_TYPE);
    } catch (RuntimeException e) {
      RegistryException failure = SerdeFailure.of(e, value.get());
      return unreadable(failure.problem().orElseThrow(() -> failure));
    }
  }

  private static Original unreadable(ProblemCode code) {
    return new Unreadable(code, code.title());
  }
}
