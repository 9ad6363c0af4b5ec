package dev.paca.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paca.RealCluster;
import dev.paca.local.LocalCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealCluster.class)
class TopicsAdminIT {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private final List<TopicDefinition> definitions = Topics.definitions(4, (short) 1);
  private Admin admin;
  private TopicsAdmin topics;

  @BeforeEach
  void connect(LocalCluster cluster) {
    admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrap()));
    topics = new TopicsAdmin(admin, DEADLINE);
  }

  @AfterEach
  void removeTopics() {
    try {
      Awaitility.await().atMost(DEADLINE).until(this::allTopicsAreGone);
    } finally {
      admin.close();
    }
  }

  /** What the broker says of its topics trails behind what the controller did. */
  private boolean allTopicsAreGone() throws Exception {
    Set<String> names = admin.listTopics().names().get();
    admin.deleteTopics(names);
    return names.isEmpty();
  }

  @Test
  void makingTopicsTwiceMakesThemOnceAndAsTheyMustBe() {
    assertThat(topics.check(definitions))
        .hasSameSizeAs(definitions)
        .allSatisfy(mismatch -> assertThat(mismatch.describe()).endsWith(" is missing"));
    assertThat(topics.create(definitions)).hasSameSizeAs(definitions).startsWith(Topics.AUDITS);
    assertThat(topics.check(definitions)).isEmpty();
    assertThat(topics.create(definitions)).isEmpty();
  }

  @Test
  void everyDifferenceIsFoundAndNothingIsMended() throws Exception {
    topics.create(definitions);
    admin.deleteTopics(List.of(Topics.RUBRICS)).all().get();
    admin.createPartitions(Map.of(Topics.AUDITS, NewPartitions.increaseTo(6))).all().get();
    ConfigResource rankings = new ConfigResource(ConfigResource.Type.TOPIC, Topics.RANKINGS);
    AlterConfigOp deleted =
        new AlterConfigOp(new ConfigEntry("cleanup.policy", "delete"), AlterConfigOp.OpType.SET);
    admin.incrementalAlterConfigs(Map.of(rankings, List.of(deleted))).all().get();

    // While the deletion is on its way a topic may be there when it is described and gone when its
    // settings are asked for.
    Awaitility.await()
        .atMost(DEADLINE)
        .ignoreExceptionsInstanceOf(TopicsUnavailableException.class)
        .untilAsserted(
            () ->
                assertThat(topics.check(definitions))
                    .extracting(TopicMismatch::describe)
                    .containsExactly(
                        "paca.audits has 6 partitions and must have exactly 4",
                        "paca.rubrics is missing",
                        "paca.rankings has cleanup.policy=delete and must have"
                            + " cleanup.policy=compact"));
    assertThat(topics.create(definitions)).containsExactly(Topics.RUBRICS);
    assertThat(topics.check(definitions)).hasSize(2);
  }

  @Test
  void aTopicThatWouldLoseVersionsOfRubricsIsFound() throws Exception {
    topics.create(definitions);
    ConfigResource rubrics = new ConfigResource(ConfigResource.Type.TOPIC, Topics.RUBRICS);
    AlterConfigOp forgotten =
        new AlterConfigOp(
            new ConfigEntry("min.compaction.lag.ms", ""), AlterConfigOp.OpType.DELETE);
    admin.incrementalAlterConfigs(Map.of(rubrics, List.of(forgotten))).all().get();

    Awaitility.await()
        .atMost(DEADLINE)
        .untilAsserted(
            () ->
                assertThat(topics.check(definitions))
                    .extracting(TopicMismatch::describe)
                    .containsExactly(
                        "paca.rubrics has min.compaction.lag.ms=0 and must have"
                            + " min.compaction.lag.ms=9223372036854775807"));
  }

  @Test
  void moreCopiesThanBrokersIsSaidAndNotHalfDone() {
    List<TopicDefinition> three = new ArrayList<>(Topics.definitions(4, (short) 3));
    assertThatExceptionOfType(TopicsUnavailableException.class)
        .isThrownBy(() -> topics.create(three))
        .withMessageContaining(Topics.AUDITS)
        .withMessageContaining("replication");
    topics.create(definitions);
    assertThat(topics.check(three))
        .filteredOn(mismatch -> mismatch.what().equals("replication.factor"))
        .hasSameSizeAs(definitions);
  }

  @Test
  void aClusterThatDoesNotAnswerIsSaidWithinTheDeadline() {
    try (Admin nowhere = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:1"))) {
      TopicsAdmin unreachable = new TopicsAdmin(nowhere, Duration.ofMillis(300));
      assertThatExceptionOfType(TopicsUnavailableException.class)
          .isThrownBy(() -> unreachable.check(definitions))
          .withMessageContaining("did not answer in time");
    }
  }
}
