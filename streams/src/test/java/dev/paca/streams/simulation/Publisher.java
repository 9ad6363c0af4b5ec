package dev.paca.streams.simulation;

import dev.paca.problems.ProblemCode;
import dev.paca.rubrics.RubricVersion;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportType;
import dev.paca.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;

/** The agencies: reports, repeats, poison and rubrics, and what should become of each. */
final class Publisher {
  private static final TopicPartition RUBRICS = new TopicPartition(Topics.RUBRICS, 0);

  private final Broker broker;
  private final LongSupplier clock;
  private final Random random;
  private final RandomReport reports;
  private final RandomRubrics rubrics;
  private final SimulatedSerde serde = new SimulatedSerde(() -> false);
  private final List<Sent> sent = new ArrayList<>();
  private final List<RubricVersion> published = new ArrayList<>();
  private Transaction transaction = committed();

  /**
   * @param refused why it belongs into {@code paca.rejected}; empty for a report that passes intake
   */
  record Sent(
      TopicPartition to,
      Broker.Stored stored,
      Optional<SpecificRecord> report,
      Optional<ProblemCode> refused) {}

  Publisher(Broker broker, LongSupplier clock, Random random, RandomRubrics rubrics) {
    this.broker = broker;
    this.clock = clock;
    this.random = random;
    this.reports = new RandomReport(random);
    this.rubrics = rubrics;
  }

  private static Transaction committed() {
    Transaction none = Transaction.open();
    none.commit();
    return none;
  }

  /** An upstream producer begins a transaction, behind which readers must wait. */
  void begin() {
    if (!transaction.pending()) {
      transaction = Transaction.open();
    }
  }

  void end(boolean commit) {
    if (transaction.pending()) {
      if (commit) {
        transaction.commit();
      } else {
        transaction.abort();
      }
    }
    transaction = committed();
  }

  /** A report, seldom published before; its broker's clock may have gone back a little. */
  void report() {
    SpecificRecord body = reports.next();
    append(home(body), key(body), serde.serialize(body), Optional.of(body), Optional.empty());
  }

  /** A producer that retries without idempotence, or a paper that arrives by two ways. */
  void again() {
    if (!sent.isEmpty()) {
      Sent before = sent.get(random.nextInt(sent.size()));
      append(
          before.to(),
          before.stored().key(),
          before.stored().bytes(),
          before.report(),
          before.refused());
    }
  }

  void poison() {
    SpecificRecord body = reports.next();
    TopicPartition home = home(body);
    byte[] key = key(body);
    byte[] value = serde.serialize(body);
    switch (random.nextInt(9)) {
      case 0 -> refused(home, key, null, ProblemCode.VALUE_MISSING);
      case 1 -> refused(home, key, new byte[] {7, 7, 7}, ProblemCode.NOT_REGISTRY_FRAMED);
      case 2 -> refused(home, key, Arrays.copyOf(value, 9), ProblemCode.UNREADABLE_AVRO);
      case 3 -> refused(home, null, value, ProblemCode.KEY_MISSING);
      case 4 -> refused(home, new byte[] {'x'}, value, ProblemCode.KEY_MISMATCH);
      case 5 -> refused(elsewhere(home), key, value, ProblemCode.WRONG_PARTITION);
      case 6 -> refused(ofAnother(home), key, value, ProblemCode.WRONG_TYPE);
      case 7 -> impossible(body, home, key, "province", "00", ProblemCode.UNKNOWN_PROVINCE);
      default -> impossible(body, home, key, "revision", 0L, ProblemCode.BAD_NUMBER);
    }
  }

  private void impossible(
      SpecificRecord body,
      TopicPartition to,
      byte[] key,
      String field,
      Object value,
      ProblemCode why) {
    RandomReport.set(body, field, value);
    refused(to, key, serde.serialize(body), why);
  }

  private void refused(TopicPartition to, byte[] key, byte[] value, ProblemCode why) {
    append(to, key, value, Optional.empty(), Optional.of(why));
  }

  private void append(
      TopicPartition to,
      byte[] key,
      byte[] value,
      Optional<SpecificRecord> report,
      Optional<ProblemCode> refused) {
    long time = clock.getAsLong() - (random.nextInt(5) == 0 ? random.nextInt(3000) : 0);
    sent.add(new Sent(to, broker.append(to, key, value, time, transaction), report, refused));
  }

  /** The next version of some year, an old one again, or what no instance may adopt. */
  void rubric() {
    int year = rubrics.year();
    switch (random.nextInt(8)) {
      case 0 -> changed();
      case 1 -> rubric(year, new byte[] {1, 2, 3});
      case 2 -> rubric(year, null);
      case 3 -> rubric(year + 1, serde.serialize(rubrics.next(year)));
      default -> adopted(year);
    }
  }

  private void changed() {
    if (!published.isEmpty()) {
      RubricVersion known = published.get(random.nextInt(published.size()));
      rubric(known.getYear(), serde.serialize(rubrics.changed(known)));
    }
  }

  void adopted(int year) {
    RubricVersion version = rubrics.next(year);
    published.add(version);
    rubric(year, serde.serialize(version));
  }

  private void rubric(int year, byte[] value) {
    byte[] key = Integer.toString(year).getBytes(StandardCharsets.UTF_8);
    broker.append(RUBRICS, key, value, clock.getAsLong(), committed());
  }

  private static byte[] key(SpecificRecord body) {
    return Report.of(body).key().kafkaKey().getBytes(StandardCharsets.UTF_8);
  }

  private static TopicPartition home(SpecificRecord body) {
    int partition = BuiltInPartitioner.partitionForKey(key(body), World.PARTITIONS);
    return new TopicPartition(
        ReportType.ofSchema(body.getSchema()).orElseThrow().topic(), partition);
  }

  private static TopicPartition elsewhere(TopicPartition home) {
    return new TopicPartition(home.topic(), (home.partition() + 1) % World.PARTITIONS);
  }

  private static TopicPartition ofAnother(TopicPartition home) {
    String other = home.topic().equals(Topics.AUDITS) ? Topics.CONFLICTS : Topics.AUDITS;
    return new TopicPartition(other, home.partition());
  }

  /** Everything that was written to report topics and not aborted, partition by partition. */
  List<Sent> sent() {
    return sent.stream().filter(each -> each.stored().in().committed()).toList();
  }

  /** Every rubric that must have been adopted, in its order. */
  List<RubricVersion> published() {
    return List.copyOf(published);
  }
}
