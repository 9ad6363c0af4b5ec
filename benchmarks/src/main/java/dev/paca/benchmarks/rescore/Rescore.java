package dev.paca.benchmarks.rescore;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paca.benchmarks.bed.Bed;
import dev.paca.benchmarks.checkout.Repository;
import dev.paca.benchmarks.expected.Expected;
import dev.paca.benchmarks.ground.DrainedPaca;
import dev.paca.benchmarks.ground.Ground;
import dev.paca.benchmarks.result.Sheet;
import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import dev.paca.rubrics.RubricVersion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.RubricReader;
import dev.paca.settings.ClientSettings;
import dev.paca.streams.rubrics.Publication;
import dev.paca.topics.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes another version of a year's rubric, and then the first one again. */
public record Rescore(Ground ground) {
  private static final int YEAR = 2023;
  private static final String FORMULA = "audits.corruptionCases >= 10 ? 6.0";
  private static final String OTHER_FORMULA = "audits.corruptionCases >= 10 ? 5.5";
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration ASK_EVERY = Duration.ofMillis(1);
  private static final ObjectMapper JSON = new ObjectMapper();

  public Sheet sheet() throws IOException, InterruptedException {
    DrainedPaca paca = ground.paca();
    Expected before = ground.expected();
    String first = Repository.find().rubricText(YEAR);
    Rubric rubric = read(first);
    String second = other(first, rubric.version());
    double there = publish(paca, second);
    paca.require(before.under(read(second)));
    double back = publish(paca, first);
    paca.require(before);
    Sheet sheet =
        new Sheet(
            Column.text("published", "published"), Column.number("ms", "all scores by it, ms"));
    return sheet
        .row(Cell.text("a version with another formula"), Sheet.number("%.0f", there))
        .row(Cell.text("the first version again"), Sheet.number("%.0f", back))
        .note(
            "From acknowledgement of the version until the ranking is answered by it; all %d"
                    .formatted(before.assessments().get(YEAR).scores().size())
                + " provinces' scores change with it in one step, over %,d reports."
                    .formatted(before.records()));
  }

  private static String other(String yaml, int version) {
    String other =
        yaml.replaceFirst("(?m)^version: [0-9]+$", "version: " + (version + 1))
            .replace(FORMULA, OTHER_FORMULA);
    if (!other.contains(OTHER_FORMULA)) {
      throw new IllegalStateException("rubrics/" + YEAR + ".yaml has no formula " + FORMULA);
    }
    return other;
  }

  private static Rubric read(String yaml) {
    RubricReader.Reading reading = RubricReader.read(yaml);
    return reading
        .rubric()
        .orElseThrow(() -> new IllegalStateException("the other version: " + reading.problems()));
  }

  /** Milliseconds until the year is scored by it. */
  private double publish(DrainedPaca paca, String yaml) throws IOException, InterruptedException {
    Rubric rubric = read(yaml);
    RubricVersion version = new RubricVersion(rubric.name(), rubric.year(), rubric.version(), yaml);
    Bed bed = ground.bed();
    try (KafkaProducer<String, SpecificRecord> producer =
        new KafkaProducer<>(
            ClientSettings.kafka(bed.settings()),
            new StringSerializer(),
            ClientSettings.valueSerializer(bed.settings()))) {
      producer.send(new ProducerRecord<>(Topics.RUBRICS, Publication.key(version), version)).get();
      long acknowledged = System.nanoTime();
      awaitVersion(paca, rubric.version(), acknowledged + LONGEST.toNanos());
      return (System.nanoTime() - acknowledged) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the version was not taken: " + e.getCause(), e);
    }
  }

  private static void awaitVersion(DrainedPaca paca, int version, long end)
      throws IOException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    URI ranking = paca.address().resolve("/v1/assessments/" + YEAR + "/ranking");
    while (version(http, ranking) != version) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "%d is not scored by version %d after %d s"
                .formatted(YEAR, version, LONGEST.toSeconds()));
      }
      LockSupport.parkNanos(ASK_EVERY.toNanos());
    }
  }

  private static int version(HttpClient http, URI ranking)
      throws IOException, InterruptedException {
    byte[] body =
        http.send(HttpRequest.newBuilder(ranking).build(), HttpResponse.BodyHandlers.ofByteArray())
            .body();
    return JSON.readTree(body).path("rubricVersion").asInt();
  }
}
