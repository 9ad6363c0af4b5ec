package dev.paca.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paca.streams.topology.InputTopics;
import dev.paca.streams.trouble.StateFolder;
import dev.paca.topics.Position;
import dev.paca.topics.Topics;
import dev.paca.topics.TopicsAdmin;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.Options;

/**
 * An instance whose folder or topics are not what they were when it is started, or while it runs.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StateAndTopicsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MEASURES = "/v1/assessments/2024/provinces/66/measures";
  private static final String EVIDENCE =
      "/v1/assessments/2024/provinces/66/criteria/C.1.1/evidence";
  private static final String CHANGELOG = "paca-reports-changelog";
  private static final int REPORTS = 200;
  @TempDir static Path folder;
  private static RunningPaca paca;
  private static RawInput input;
  private static Position published = Position.NONE;
  private static String evidence;
  private static int more;
  private static Admin admin;

  @BeforeAll
  static void start() throws Exception {
    // Stream threads that die of a fault are what these tests are about.
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
    paca =
        RunningPaca.start(
            folder, Map.of("kafka.rocksdb.config.setter", SmallBuffers.class.getName()));
    admin = Admin.create(Map.of("bootstrap.servers", paca.cluster().bootstrap()));
    input = new RawInput(paca.settings());
    for (int i = 0; i < REPORTS; i++) {
      published = published.plus(input.send(RawInput.audit("KL-" + i)));
    }
    evidence = evidence();
  }

  @AfterAll
  static void stop() {
    Awaitility.reset();
    input.close();
    admin.close();
    paca.close();
  }

  @Test
  @Order(1)
  void aFolderThatAnotherInstanceUsesIsNamedAndRefused() {
    assertThatExceptionOfType(StateFolder.Unusable.class)
        .isThrownBy(() -> StreamsService.start(paca.settings()))
        .withMessageContaining(folder.resolve("streams-paca-1").toString())
        .withMessageContaining("another process")
        .withMessageContaining("PACA_STATE_DIR");
  }

  @Test
  @Order(2)
  void aStateFolderThatWasLostIsRestoredFromTheChangelogs() throws Exception {
    paca.stopService();
    delete(folder.resolve("streams-paca-1"));
    paca.startService();

    theScoresAreThoseOfTheFold();
  }

  @Test
  @Order(3)
  void tornStoresAreRestoredFromTheChangelogs() throws Exception {
    paca.stopService();
    cut(only("1_0/rocksdb/reports", "CURRENT"));
    rot(only("1_1/rocksdb/reports", ".sst"));
    Files.delete(only("1_2/rocksdb/reports", "MANIFEST"));
    Files.delete(only("2_0/rocksdb/matters", ".sst"));
    paca.startService();

    theScoresAreThoseOfTheFold();
  }

  @Test
  @Order(4)
  void aFullStateFolderIsNamedAndItGoesOnByItselfOnceThereIsRoom() throws Exception {
    int before = more;
    largestFile("4096");
    try {
      Awaitility.await()
          .atMost(RunningPaca.PATIENCE)
          .until(
              () -> {
                for (int i = 0; i < 300; i++) {
                  more++;
                  published = published.plus(input.send(RawInput.audit("KL-more-" + more)));
                }
                return paca.get("/health/ready", Position.NONE).body().contains(" is full");
              });
      assertThat(paca.get("/health/ready", Position.NONE).body())
          .contains("the state folder " + folder.resolve("streams-paca-1") + " is full");
      assertThat(paca.get(MEASURES, Position.NONE).statusCode()).isEqualTo(200);
      assertThatExceptionOfType(StateFolder.Unusable.class)
          .isThrownBy(() -> StateFolder.check(folder.resolve("streams-paca-2"), "paca"))
          .withMessageContaining("cannot be written");
    } finally {
      largestFile("unlimited");
    }

    assertThat(more).isGreaterThan(before);
    assertThat(inspections()).isEqualTo(REPORTS + more);
    evidence = evidence();
  }

  /** To this process a disk is full where a file may not grow; everybody may ask that of itself. */
  private static void largestFile(String bytes) throws Exception {
    String pid = Long.toString(ProcessHandle.current().pid());
    Process limit =
        new ProcessBuilder("prlimit", "--pid", pid, "--fsize=" + bytes + ":unlimited")
            .inheritIO()
            .start();
    assertThat(limit.waitFor()).isZero();
  }

  /** So that a store writes its files after hundreds of reports, not hundreds of thousands. */
  public static final class SmallBuffers implements RocksDBConfigSetter {
    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
      options.setWriteBufferSize(64 << 10);
    }

    @Override
    public void close(String store, Options options) {}
  }

  @Test
  @Order(5)
  void aTopicDeletedUnderARunningInstanceIsNamedAndOneMadeAnewStopsTheCountingNotTheAnswers()
      throws Exception {
    admin.deleteTopics(List.of(Topics.SANCTIONS)).all().get();
    awaitTrouble("missing: " + Topics.SANCTIONS);

    admin.createTopics(List.of(new NewTopic(Topics.SANCTIONS, 3, (short) 1))).all().get();
    awaitTrouble(Topics.SANCTIONS + " was deleted and made anew");

    assertThat(paca.get(MEASURES, Position.NONE).statusCode()).isEqualTo(200);
    paca.stopService();
    remake(Topics.SANCTIONS);
  }

  @Test
  @Order(6)
  void anInputTopicThatWasMadeAnewIsRefusedBeforeAnythingIsCountedTwice() throws Exception {
    remake(Topics.AUDITS);

    assertThat(refusal())
        .contains("paca.audits-0 ends at 0 and was read to")
        .contains("Counting anew", "deleting the group paca");
  }

  @Test
  @Order(7)
  void aChangelogThatIsGoneOrHasAnotherPartitionCountIsNamed() throws Exception {
    admin.deleteTopics(List.of(CHANGELOG)).all().get();
    Awaitility.await()
        .untilAsserted(() -> assertThat(refusal()).contains(CHANGELOG + " is missing, although"));

    admin.createTopics(List.of(new NewTopic(CHANGELOG, 5, (short) 1))).all().get();
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(refusal())
                    .contains(CHANGELOG + " has 5 partitions and must have exactly 3"));
  }

  @Test
  @Order(8)
  void everyTopicThatIsMissingOrSetOtherwiseIsNamedAtOnce() throws Exception {
    admin.deleteTopics(List.of(Topics.AUDITS, Topics.PARTIALS)).all().get();
    admin.createPartitions(Map.of(Topics.CONFLICTS, NewPartitions.increaseTo(4))).all().get();
    ConfigResource rankings = new ConfigResource(ConfigResource.Type.TOPIC, Topics.RANKINGS);
    AlterConfigOp deleted =
        new AlterConfigOp(new ConfigEntry("cleanup.policy", "delete"), AlterConfigOp.OpType.SET);
    admin.incrementalAlterConfigs(Map.of(rankings, List.of(deleted))).all().get();

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(refusal())
                    .contains(
                        "paca.audits is missing",
                        "paca.conflicts has 4 partitions and must have exactly 3",
                        "paca.rankings has cleanup.policy=delete",
                        "paca.internal.partials is missing",
                        "`paca topics create`"));
  }

  private static String refusal() {
    try {
      StreamsService.start(paca.settings()).close();
      return "started";
    } catch (InputTopics.WrongTopics e) {
      return e.getMessage();
    }
  }

  private static void awaitTrouble(String text) {
    Awaitility.await()
        .atMost(RunningPaca.PATIENCE)
        .untilAsserted(
            () -> {
              HttpResponse<String> ready = paca.get("/health/ready", Position.NONE);
              assertThat(ready.statusCode()).isEqualTo(503);
              assertThat(ready.body()).contains(text);
            });
  }

  /** Deleted, and made as `paca topics create` does. */
  private static void remake(String topic) throws Exception {
    admin.deleteTopics(List.of(topic)).all().get();
    Awaitility.await().until(() -> !admin.listTopics().names().get().contains(topic));
    new TopicsAdmin(admin, RunningPaca.PATIENCE).create(Topics.definitions(3, (short) 1));
  }

  private static Path only(String store, String name) throws IOException {
    Path at = folder.resolve("streams-paca-1").resolve("paca").resolve(store);
    try (Stream<Path> files = Files.list(at)) {
      return files
          .filter(file -> file.getFileName().toString().contains(name))
          .findFirst()
          .orElseThrow();
    }
  }

  private static void cut(Path file) throws IOException {
    try (RandomAccessFile half = new RandomAccessFile(file.toFile(), "rw")) {
      half.setLength(half.length() / 2);
    }
  }

  /** Other bytes in the middle of its values, as a bad disk gives them. */
  private static void rot(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(16);
      bytes.writeLong(0x5a5a5a5a5a5a5a5aL);
    }
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      files.sorted(Comparator.reverseOrder()).forEach(StateAndTopicsIT::deleteOne);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is in the stores still, and counted once when corrected through them. */
  private static void theScoresAreThoseOfTheFold() throws Exception {
    assertThat(evidence()).isEqualTo(evidence);
    published = published.plus(input.send(RawInput.audit("KL-0")));
    assertThat(inspections()).isEqualTo(REPORTS + more);
    more++;
    published = published.plus(input.send(RawInput.audit("KL-more-" + more)));
    assertThat(inspections()).isEqualTo(REPORTS + more);
    evidence = evidence();
  }

  private static String evidence() throws Exception {
    return answer(EVIDENCE).get("reports").toString();
  }

  private static long inspections() throws Exception {
    return answer(MEASURES).at("/measures/audits.inspections").asLong();
  }

  private static JsonNode answer(String path) {
    return Awaitility.await()
        .atMost(RunningPaca.PATIENCE)
        .until(
            () -> {
              HttpResponse<String> response = paca.get(path, published);
              return response.statusCode() == 200 ? JSON.readTree(response.body()) : null;
            },
            Objects::nonNull);
  }
}
