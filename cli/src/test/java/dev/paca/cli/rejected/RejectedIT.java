package dev.paca.cli.rejected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paca.cli.CommandRun;
import dev.paca.rejections.Replay;
import dev.paca.reports.AgencyKind;
import dev.paca.reports.Audit;
import dev.paca.reports.AuditChannel;
import dev.paca.settings.ClientSettings;
import dev.paca.topics.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is turned away is mended and replayed once, on a real broker under the real streams. */
class RejectedIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static RunningStreams paca;

  @BeforeAll
  static void start() throws IOException {
    paca = RunningStreams.start(folder);
  }

  @AfterAll
  static void stop() {
    paca.close();
  }

  @Test
  void aRejectedReportIsListedShownMendedReplayedAndCountedOnce() throws Exception {
    Audit wrong = Audit.newBuilder(audit("mended")).setProvince("03").setInspections(-1L).build();
    String id = paca.rejected(null, "thanh-tra/mended", paca.framed(wrong));

    CommandRun list = paca.paca("rejected", "list", "--topic", "audits", "--code", "bad_number");
    assertThat(list.out()).contains(id + "\t", "\tBAD_NUMBER\tthanh-tra/mended\tinspections: ");
    assertThat(list.err()).contains("BAD_NUMBER 1 · 0 replayed");
    Path file = folder.resolve("mended.json");
    CommandRun shown = paca.paca("rejected", "show", id, "--out", file.toString());
    assertThat(shown.out())
        .contains(
            "inspections\tBAD_NUMBER", "province\tUNKNOWN_PROVINCE", "\"reportId\" : \"mended");

    mend(file, "province", "66", "inspections", 4);
    CommandRun replay =
        paca.paca(
            "rejected", "replay", id, "--file", file.toString(), "--by", "an", "--note", "typing");
    assertThat(replay.out()).as(replay.err()).startsWith("replayed " + id + " by an · position ");

    String position = replay.out().strip().replaceAll(".* position ", "");
    CommandRun explained = paca.paca("explain", "2024", "66", "C.1.1", "--position", position);
    assertThat(explained.out()).contains("audits.corruptionCases\t7\taudits\tthanh-tra\tmended");
    JsonNode replayed = one(id).get("replay");
    assertThat(replayed.get("by").asText()).isEqualTo("an");
    assertThat(replayed.get("note").asText()).isEqualTo("typing");
    assertThat(replayed.get("position").asText()).isEqualTo(position);
    assertRefusedASecondTime(id, "by an at ");
    assertRefusedASecondTime(id, position, "--file", file.toString());
    assertThat(paca.under("thanh-tra/mended")).hasSize(2);
    theServedScoresAndAnExportAgreeWithTheFoldOfInputWithTransactions();
  }

  private static void assertRefusedASecondTime(String id, String first, String... more) {
    String[] args =
        Stream.concat(Stream.of("rejected", "replay", id), Stream.of(more)).toArray(String[]::new);
    CommandRun again = paca.paca(args);
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).contains(id + " was replayed by an at ", first, "replayed once");
    assertThat(again.out()).isEmpty();
  }

  private static void theServedScoresAndAnExportAgreeWithTheFoldOfInputWithTransactions() {
    Path certificate = folder.resolve("certificate.json");
    CommandRun verified = paca.paca("verify", "--certificate", certificate.toString());
    assertThat(verified.out()).as(verified.err()).contains("no difference");
    String export = folder.resolve("export").toString();
    assertThat(paca.paca("export", export).exitCode()).isZero();
    CommandRun offline =
        paca.paca("verify", "--offline", "--from", export, "--against", certificate.toString());
    assertThat(offline.out()).as(offline.err()).contains("as the certificate has it");
  }

  @Test
  void aMendedReportThatIsStillWrongPublishesNothing() throws Exception {
    Audit wrong = Audit.newBuilder(audit("still")).setProvince("03").setInspections(-1L).build();
    String id = paca.rejected(null, "thanh-tra/still", paca.framed(wrong));
    Path file = folder.resolve("still.json");
    paca.paca("rejected", "show", id, "--out", file.toString());
    mend(file, "inspections", "four", "corruptionCase", 3);

    CommandRun replay = paca.paca("rejected", "replay", id, "--file", file.toString());

    assertThat(replay.exitCode()).isEqualTo(1);
    assertThat(replay.err())
        .contains("field province: ", "(UNKNOWN_PROVINCE)")
        .contains("field inspections: ", "(BAD_NUMBER)")
        .contains("did you mean corruptionCases?", "nothing was published");
    assertThat(paca.paca("rejected", "replay", id).err()).contains("field inspections: ");
    assertThat(paca.under("thanh-tra/still")).hasSize(1);
    assertThat(one(id).get("replay").isNull()).isTrue();
  }

  @Test
  void ofTwoReplaysAtTheSameTimeOneWins() throws Exception {
    for (int i = 0; i < 3; i++) {
      String key = "thanh-tra/race-" + i;
      String id = paca.rejected(elsewhere(key), key, paca.framed(audit("race-" + i)));
      List<CompletableFuture<CommandRun>> runs =
          Stream.of("an", "binh")
              .map(
                  by ->
                      CompletableFuture.supplyAsync(
                          () -> paca.paca("rejected", "replay", id, "--by", by)))
              .toList();
      List<CommandRun> ended = runs.stream().map(CompletableFuture::join).toList();

      assertThat(ended).extracting(CommandRun::exitCode).containsExactlyInAnyOrder(0, 1);
      String winner = one(id).at("/replay/by").asText();
      assertThat(ended)
          .filteredOn(run -> run.exitCode() == 0)
          .allMatch(run -> run.out().contains(" by " + winner));
      assertThat(ended)
          .filteredOn(run -> run.exitCode() == 1)
          .allMatch(
              run ->
                  run.err().contains("was replayed by " + winner)
                      || run.err().contains("another replay of " + id));
      assertThat(paca.under(key)).hasSize(2);
    }
  }

  @Test
  void anInterruptedReplayLeavesNothingHalfAndCannotComeBack() throws Exception {
    String key = "thanh-tra/interrupted";
    byte[] value = paca.framed(audit("interrupted"));
    String id = paca.rejected(elsewhere(key), key, value);
    try (KafkaProducer<byte[], byte[]> interrupted = transaction(id)) {
      byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
      interrupted.send(new ProducerRecord<>(Topics.AUDITS, bytes, value)).get();
      assertThat(one(id).get("replay").isNull()).isTrue();

      CommandRun replay = paca.paca("rejected", "replay", id, "--by", "an");

      assertThat(replay.exitCode()).as(replay.err()).isZero();
      assertThatThrownBy(interrupted::commitTransaction)
          .isInstanceOf(ProducerFencedException.class);
    }
    assertThat(paca.under(key)).hasSize(2);
  }

  @Test
  void aReportInTheWrongPartitionIsReplayedAsItCameInItsOwn() throws Exception {
    String key = "thanh-tra/elsewhere";
    byte[] value = paca.framed(audit("elsewhere"));
    String id = paca.rejected(elsewhere(key), key, value);

    JsonNode replayed = paca.json("rejected", "replay", id, "--json", "--by", "an").get("replay");

    assertThat(replayed.get("mended").asBoolean()).isFalse();
    assertThat(replayed.get("position").asText()).startsWith("paca.audits-" + home(key) + "@");
    assertThat(paca.under(key))
        .hasSize(2)
        .anyMatch(each -> each.partition() == home(key) && Arrays.equals(each.value(), value));
    Replay record =
        (Replay)
            ClientSettings.valueDeserializer(paca.settings())
                .deserialize(
                    Topics.REPLAYS,
                    paca.all(Topics.REPLAYS).stream()
                        .filter(each -> new String(each.key(), StandardCharsets.UTF_8).equals(id))
                        .findFirst()
                        .orElseThrow()
                        .value());
    assertThat(record.getCode()).isEqualTo("WRONG_PARTITION");
  }

  @Test
  void aReportWithoutAKeyIsReplayedUnderItsOwn() throws Exception {
    String id = paca.rejected(null, null, paca.framed(audit("keyless")));

    CommandRun replay = paca.paca("rejected", "replay", id);

    assertThat(replay.exitCode()).as(replay.err()).isZero();
    assertThat(paca.under("thanh-tra/keyless"))
        .singleElement()
        .matches(each -> each.partition() == home("thanh-tra/keyless"));
    assertThat(one(id).at("/replay/by").asText()).isEqualTo(System.getProperty("user.name"));
  }

  @Test
  void aReplayBehindAnOpenTransactionOfAnotherIsNotOverlooked() throws Exception {
    RejectedId id = new RejectedId(Topics.AUDITS, 0, 7_000_000);
    try (KafkaProducer<byte[], byte[]> other = transaction("another");
        KafkaProducer<byte[], byte[]> first = transaction(id.toString())) {
      other.send(replayOf("another")).get();
      first.send(replayOf(id.toString())).get();
      first.commitTransaction();

      CompletableFuture<Void> second =
          CompletableFuture.runAsync(() -> new Replays(paca.settings()).refuseAgain(id));

      assertThatThrownBy(() -> second.get(1, TimeUnit.SECONDS))
          .isInstanceOf(TimeoutException.class);
      other.commitTransaction();
      assertThatThrownBy(second::join).hasCauseInstanceOf(AlreadyReplayed.class);
    }
  }

  private static KafkaProducer<byte[], byte[]> transaction(String id) {
    Map<String, Object> config = new HashMap<>(ClientSettings.kafka(paca.settings()));
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, ReplayTransaction.ID_PREFIX + id);
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
    producer.beginTransaction();
    return producer;
  }

  private static ProducerRecord<byte[], byte[]> replayOf(String id) {
    Replay replay =
        Replay.newBuilder()
            .setRejected(id)
            .setCode("BAD_NUMBER")
            .setBy("an")
            .setMended(true)
            .setTopic(Topics.AUDITS)
            .setPartition(0)
            .setOffset(0)
            .setKey("thanh-tra/another")
            .build();
    return new ProducerRecord<>(
        Topics.REPLAYS,
        id.getBytes(StandardCharsets.UTF_8),
        ClientSettings.valueSerializer(paca.settings()).serialize(Topics.REPLAYS, replay));
  }

  @Test
  void aReplayNeverReplacesWhatWasReportedSince() throws Exception {
    String key = "thanh-tra/since";
    Audit old = Audit.newBuilder(audit("since")).setRevision(null).build();
    String id = paca.rejected(elsewhere(key), key, paca.framed(old));
    Audit since = Audit.newBuilder(old).setCorruptionCases(9L).build();
    paca.send(null, key, paca.framed(since));

    CommandRun replay = paca.paca("rejected", "replay", id);

    assertThat(replay.exitCode()).isEqualTo(1);
    assertThat(replay.err()).contains("audits/" + key + " was reported since", "a revision above");
    assertThat(paca.under(key)).hasSize(2);
  }

  @Test
  void aConflictIsReplayedOnlyUnderAHigherRevision() throws Exception {
    String key = "thanh-tra/conflict";
    paca.send(null, key, paca.framed(audit("conflict")));
    Audit other = Audit.newBuilder(audit("conflict")).setCorruptionCases(9L).build();
    String id = paca.rejected(null, key, paca.framed(other));

    assertThat(paca.paca("rejected", "replay", id).err())
        .contains("field revision: ", "a correction has a higher revision", "REVISION_CONFLICT");
    Path file = folder.resolve("conflict.json");
    paca.paca("rejected", "show", id, "--out", file.toString());
    mend(file, "revision", 2);

    assertThat(paca.paca("rejected", "replay", id, "--file", file.toString()).exitCode()).isZero();
    assertThat(paca.under(key)).hasSize(3);
  }

  @Test
  void bytesThatNobodyCanReadAreShownAndFilledInByHand() throws Exception {
    String id = paca.rejected(null, "thanh-tra/torn", new byte[] {7, 0x1b, 0, 0, 1, 2});
    Path file = folder.resolve("torn.json");

    CommandRun shown = paca.paca("rejected", "show", id, "--out", file.toString());

    assertThat(shown.out()).contains("6 bytes: 07 1b 00 00 01 02");
    assertThat(one(id).get("code").asText()).isEqualTo("NOT_REGISTRY_FRAMED");
    assertThat(paca.json("rejected", "show", id, "--json").get("bytes").asText())
        .isEqualTo("BxsAAAEC");
    assertThat(JSON.readTree(file.toFile()).get("reportId").asText()).isEqualTo("torn");
    assertThat(paca.paca("rejected", "replay", id).err()).contains("(NOT_REGISTRY_FRAMED)");
    assertThat(paca.paca("rejected", "show", id, "--out", file.toString()).err())
        .contains("is there already");
    assertThat(paca.paca("rejected", "show", "audits/0/999999").err())
        .contains("no rejected record");
  }

  private static JsonNode one(String id) {
    for (JsonNode each : paca.json("rejected", "list", "--json")) {
      if (each.get("id").asText().equals(id)) {
        return each;
      }
    }
    throw new AssertionError(id + " is not listed");
  }

  private static void mend(Path file, Object... namesAndValues) throws IOException {
    ObjectNode report = (ObjectNode) JSON.readTree(file.toFile());
    for (int i = 0; i < namesAndValues.length; i += 2) {
      report.set((String) namesAndValues[i], JSON.valueToTree(namesAndValues[i + 1]));
    }
    Files.writeString(file, report.toString());
  }

  private static int home(String key) {
    return BuiltInPartitioner.partitionForKey(
        key.getBytes(StandardCharsets.UTF_8), RunningStreams.PARTITIONS);
  }

  private static int elsewhere(String key) {
    return (home(key) + 1) % RunningStreams.PARTITIONS;
  }

  private static Audit audit(String id) {
    return Audit.newBuilder()
        .setReportId(id)
        .setRevision(1L)
        .setAgency("thanh-tra")
        .setAgencyKind(AgencyKind.INSPECTORATE)
        .setProvince("66")
        .setOccurredOn(LocalDate.of(2024, 5, 1))
        .setChannel(AuditChannel.INSPECTION)
        .setCorruptionCases(7L)
        .build();
  }
}
