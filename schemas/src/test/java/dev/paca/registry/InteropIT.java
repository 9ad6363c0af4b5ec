package dev.paca.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paca.RealCluster;
import dev.paca.local.LocalCluster;
import dev.paca.reports.Audit;
import dev.paca.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Ours against Confluent's own client for JavaScript, over a real registry. Fetches that client
 * with npm, and fails where it cannot: {@code mvn verify -Pinterop -pl schemas -am}.
 */
@Tag("interop")
@ExtendWith(RealCluster.class)
class InteropIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SOURCE = Path.of("src/test/interop");
  private static final Path FOLDER = Path.of("target/interop");
  private static final int RECORDS_OF_EACH_TYPE = 200;

  private record Written(String topic, SpecificRecord value, byte[] bytes) {}

  @BeforeAll
  static void fetchTheirs() throws Exception {
    Files.createDirectories(FOLDER);
    for (String file : List.of("package.json", "package-lock.json", ".npmrc", "interop.mjs")) {
      Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    run(FOLDER.resolve("npm.log"), "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
  }

  @Test
  void theirsReadsOursAndWritesTheSameBytes(LocalCluster cluster) throws Exception {
    List<Written> ours = written(cluster);
    List<JsonNode> theirs = throughTheirs(cluster, ours, "again");
    assertThat(theirs).hasSize(ours.size());
    for (int i = 0; i < ours.size(); i++) {
      assertThat(bytes(theirs.get(i))).as("%s", ours.get(i).value()).isEqualTo(ours.get(i).bytes());
    }
    System.out.printf("Confluent's client wrote %d records as the same bytes%n", theirs.size());
  }

  @Test
  void oursReadsWhatTheirsWritesWithASchemaOfItsOwn(LocalCluster cluster) throws Exception {
    List<Written> ours = written(cluster);
    List<JsonNode> theirs = throughTheirs(cluster, ours, "plain");
    RegistryAvroDeserializer deserializer = deserializer(cluster);
    assertThat(theirs).hasSize(ours.size());
    for (int i = 0; i < ours.size(); i++) {
      byte[] bytes = bytes(theirs.get(i));
      assertThat(Framing.id(bytes)).isNotEqualTo(Framing.id(ours.get(i).bytes()));
      assertThat(deserializer.deserialize(ours.get(i).topic(), bytes))
          .isEqualTo(ours.get(i).value());
    }
    System.out.printf("Ours read %d records of Confluent's client%n", theirs.size());
  }

  @Test
  void theirsSeesTheFieldsThatWeWrote(LocalCluster cluster) throws Exception {
    Audit audit = Samples.audit();
    byte[] bytes = serializer(cluster).serialize(Topics.AUDITS, audit);
    JsonNode json =
        throughTheirs(cluster, List.of(new Written(Topics.AUDITS, audit, bytes)), "again")
            .get(0)
            .get("json");
    assertThat(json.get("reportId").textValue()).isEqualTo(audit.getReportId());
    assertThat(json.get("reference").textValue()).isEqualTo("Kết luận thanh tra số 17");
    assertThat(json.get("revision").longValue()).isEqualTo(3);
    assertThat(json.get("occurredOn").intValue()).isEqualTo(audit.getOccurredOn().toEpochDay());
    assertThat(json.get("channel").textValue()).isEqualTo("INSPECTION");
    assertThat(json.get("recoveredVnd").longValue()).isEqualTo(12_345_678_901L);
    assertThat(json.get("violationVnd").isNull()).isTrue();
  }

  private static List<Written> written(LocalCluster cluster) {
    SchemaRegistration.registerAll(Map.of(RegistryConfig.URL, cluster.registryUrl()));
    RegistryAvroSerializer serializer = serializer(cluster);
    List<Written> written = new ArrayList<>();
    Topics.registered()
        .forEach(
            (topic, type) -> {
              for (SpecificRecord value : RandomRecords.of(type, RECORDS_OF_EACH_TYPE)) {
                written.add(new Written(topic, value, serializer.serialize(topic, value)));
              }
            });
    return written;
  }

  private static List<JsonNode> throughTheirs(
      LocalCluster cluster, List<Written> records, String mode) throws Exception {
    Path in = FOLDER.resolve(mode + ".in");
    Path out = FOLDER.resolve(mode + ".out");
    List<String> lines = new ArrayList<>();
    for (Written one : records) {
      String record = Base64.getEncoder().encodeToString(one.bytes());
      lines.add(JSON.writeValueAsString(Map.of("topic", one.topic(), "record", record)));
    }
    Files.write(in, lines);
    ProcessBuilder node =
        new ProcessBuilder("node", "interop.mjs", cluster.registryUrl(), mode)
            .directory(FOLDER.toFile())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile());
    finish(node, FOLDER.resolve(mode + ".log"));
    List<JsonNode> answers = new ArrayList<>();
    for (String line : Files.readAllLines(out)) {
      answers.add(JSON.readTree(line));
    }
    return answers;
  }

  private static void run(Path log, String... command) throws Exception {
    ProcessBuilder process = new ProcessBuilder(command).directory(FOLDER.toFile());
    finish(process.redirectOutput(Path.of(log + ".out").toFile()), log);
  }

  private static void finish(ProcessBuilder builder, Path log) throws Exception {
    Process process = builder.redirectError(log.toFile()).start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended && process.exitValue() == 0)
        .as("%s: %s", builder.command(), Files.readString(log))
        .isTrue();
  }

  private static byte[] bytes(JsonNode answer) throws IOException {
    return answer.get("record").binaryValue();
  }

  private static RegistryAvroSerializer serializer(LocalCluster cluster) {
    return Samples.serializer(Map.of(RegistryConfig.URL, cluster.registryUrl()));
  }

  private static RegistryAvroDeserializer deserializer(LocalCluster cluster) {
    return Samples.deserializer(Map.of(RegistryConfig.URL, cluster.registryUrl()));
  }
}
