package dev.paca.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.internals.Topic;
import org.junit.jupiter.api.Test;

class TopicsTest {
  private final Map<String, TopicDefinition> topics =
      Topics.definitions(6, (short) 3).stream()
          .collect(Collectors.toMap(TopicDefinition::name, Function.identity()));

  @Test
  void reportsAreKeptForEverAndStampedByTheBroker() {
    assertThat(Topics.reports()).hasSize(7);
    for (String topic : Topics.reports()) {
      assertThat(topics.get(topic).partitions()).isEqualTo(6);
      assertThat(topics.get(topic).config())
          .containsEntry("message.timestamp.type", "LogAppendTime")
          .containsEntry("cleanup.policy", "delete")
          .containsEntry("retention.ms", "-1")
          .containsEntry("retention.bytes", "-1");
    }
  }

  @Test
  void nothingThatIsKeptForEverHasALimit() {
    for (String topic : new String[] {Topics.SCORE_CHANGES, Topics.REJECTED}) {
      assertThat(topics.get(topic).config())
          .containsEntry("cleanup.policy", "delete")
          .containsEntry("retention.ms", "-1")
          .containsEntry("retention.bytes", "-1");
    }
  }

  @Test
  void noVersionOfARubricIsEverCleanedAway() {
    assertThat(topics.get(Topics.RUBRICS).config())
        .containsEntry("cleanup.policy", "compact")
        .containsEntry("min.compaction.lag.ms", Long.toString(Long.MAX_VALUE))
        .containsEntry("message.timestamp.type", "LogAppendTime");
  }

  @Test
  void theBrokerSaysWhenARejectedRecordWasReplayed() {
    assertThat(topics.get(Topics.REPLAYS).config())
        .containsEntry("cleanup.policy", "compact")
        .containsEntry("message.timestamp.type", "LogAppendTime");
  }

  @Test
  void noClockButTheBrokersIsBelieved() {
    assertThat(topics.values())
        .allSatisfy(
            topic ->
                assertThat(topic.config())
                    .containsEntry("message.timestamp.type", "LogAppendTime"));
  }

  @Test
  void theLargestReportFitsWhereItIsWrapped() {
    int report = maxBytes(Topics.AUDITS);
    assertThat(maxBytes(Topics.REJECTED)).isGreaterThan(report + 64 * 1024);
    assertThat(maxBytes(Topics.MATTERS)).isGreaterThan(report + 64 * 1024);
  }

  private int maxBytes(String topic) {
    return Integer.parseInt(topics.get(topic).config().get("max.message.bytes"));
  }

  @Test
  void whatOneTaskWritesHasOnePartition() {
    assertThat(topics.values())
        .filteredOn(topic -> topic.partitions() == 1)
        .extracting(TopicDefinition::name)
        .containsExactlyInAnyOrder(
            Topics.RUBRICS,
            Topics.CRITERION_SCORES,
            Topics.PROVINCE_SCORES,
            Topics.RANKINGS,
            Topics.SCORE_CHANGES,
            Topics.REJECTED,
            Topics.REPLAYS,
            Topics.PARTIALS,
            Topics.SERVING);
  }

  @Test
  void everyTopicHasALegalNameItsCopiesAndItsLimits() {
    assertThat(topics).hasSize(17);
    topics
        .values()
        .forEach(
            topic -> {
              Topic.validate(topic.name());
              assertThat(topic.replicationFactor()).isEqualTo((short) 3);
              assertThat(topic.config())
                  .containsKeys("cleanup.policy", "max.message.bytes")
                  .containsEntry("min.insync.replicas", "2");
            });
  }

  @Test
  void oneCopyNeedsNoOther() {
    assertThat(Topics.definitions(4, (short) 1))
        .allSatisfy(topic -> assertThat(topic.config()).containsEntry("min.insync.replicas", "1"));
  }

  @Test
  void everyTopicButTheInternalOnesHasRegisteredValues() {
    assertThat(topics.keySet())
        .allSatisfy(
            name ->
                assertThat(Topics.valueClass(name).isPresent())
                    .isEqualTo(!name.startsWith("paca.internal.")));
  }
}
