package dev.paca.streams.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.Test;

/** Whom to ask, and in which order. */
class CandidateTest {
  private static final HostInfo SELF = new HostInfo("here", 1);
  private static final HostInfo B = new HostInfo("b", 1);
  private static final HostInfo C = new HostInfo("c", 1);
  private static final TopicPartition PARTITION = new TopicPartition("paca.audits", 2);

  @Test
  void theOwnerIsAskedBeforeItsStandbys() {
    assertThat(Candidate.of(new Holders(Optional.of(B), List.of(C)), SELF))
        .containsExactly(new Candidate(B, false), new Candidate(C, true));
  }

  @Test
  void aStandbyHereIsReadBeforeAnybodyElsesStandby() {
    assertThat(Candidate.of(new Holders(Optional.of(B), List.of(C, SELF)), SELF))
        .containsExactly(
            new Candidate(B, false), new Candidate(SELF, true), new Candidate(C, true));
  }

  @Test
  void aPartitionThatJustMovedHereIsReadAsItIsWhenNobodyElseHasIt() {
    assertThat(Candidate.of(new Holders(Optional.of(SELF), List.of()), SELF))
        .containsExactly(new Candidate(SELF, false), new Candidate(SELF, true));
  }

  @Test
  void withoutAKnownOwnerOnlyThisInstanceIsAsked() {
    assertThat(Candidate.of(Holders.UNKNOWN, SELF))
        .containsExactly(new Candidate(SELF, false), new Candidate(SELF, true));
  }

  @Test
  void whereOwnersAreForgottenEveryInstanceIsAskedWhetherItIsTheOne() {
    assertThat(Candidate.of(new Holders(Optional.empty(), List.of(C), List.of(B, C, SELF)), SELF))
        .containsExactly(
            new Candidate(SELF, false),
            new Candidate(B, false),
            new Candidate(C, false),
            new Candidate(SELF, true),
            new Candidate(C, true),
            new Candidate(B, true));
  }

  @Test
  void whereStandbysAreForgottenEveryInstanceIsAskedAfterTheOwner() {
    assertThat(Candidate.of(new Holders(Optional.of(B), List.of(), List.of(C, SELF)), SELF))
        .containsExactly(
            new Candidate(B, false), new Candidate(SELF, true), new Candidate(C, true));
    assertThat(Candidate.of(new Holders(Optional.of(B), List.of(), List.of(SELF)), SELF))
        .as("of two instances the owner is gone")
        .containsExactly(new Candidate(B, false), new Candidate(SELF, true));
  }

  @Test
  void whatIsForgottenOfAnInstanceItMayStillKeep() {
    List<StreamsMetadata> group =
        List.of(
            new Instance(C, Set.of(), Set.of(PARTITION)),
            new Instance(HostInfo.unavailable(), Set.of(), Set.of()),
            new Instance(B, Set.of(), Set.of()));

    assertThat(Whereabouts.amongForgotten(group, PARTITION))
        .isEqualTo(new Holders(Optional.empty(), List.of(C), List.of(B, C)));
    assertThat(
            Whereabouts.amongForgotten(
                List.of(new Instance(B, Set.of(PARTITION), Set.of())), PARTITION))
        .isEqualTo(new Holders(Optional.of(B), List.of()));
  }

  @Test
  void anInstanceIsAskedOnceForAllOfItsPartitions() {
    assertThat(
            Candidate.byHost(
                Map.of(
                    0, new Candidate(B, false),
                    1, new Candidate(C, false),
                    2, new Candidate(B, false),
                    3, new Candidate(B, true))))
        .containsExactly(
            Map.entry(new Candidate(B, false), Set.of(0, 2)),
            Map.entry(new Candidate(B, true), Set.of(3)),
            Map.entry(new Candidate(C, false), Set.of(1)));
  }

  @Test
  void ownersAndStandbysAreThoseThatTheGroupAgreedOn() {
    List<StreamsMetadata> group =
        List.of(
            new Instance(C, Set.of(), Set.of(PARTITION)),
            new Instance(B, Set.of(PARTITION), Set.of()),
            new Instance(SELF, Set.of(new TopicPartition("paca.audits", 1)), Set.of(PARTITION)));

    assertThat(Whereabouts.among(group, PARTITION))
        .isEqualTo(new Holders(Optional.of(B), List.of(C, SELF)));
  }

  @Test
  void anInstanceThatDoesNotSayWhereItIsIsNotAsked() {
    List<StreamsMetadata> group =
        List.of(
            new Instance(HostInfo.unavailable(), Set.of(PARTITION), Set.of()),
            new Instance(HostInfo.unavailable(), Set.of(), Set.of(PARTITION)));

    assertThat(Whereabouts.among(group, PARTITION)).isEqualTo(Holders.UNKNOWN);
  }

  private record Instance(
      HostInfo hostInfo,
      Set<TopicPartition> topicPartitions,
      Set<TopicPartition> standbyTopicPartitions)
      implements StreamsMetadata {
    @Override
    public Set<String> stateStoreNames() {
      return Set.of();
    }

    @Override
    public Set<String> standbyStateStoreNames() {
      return Set.of();
    }

    @Override
    public String host() {
      return hostInfo.host();
    }

    @Override
    public int port() {
      return hostInfo.port();
    }
  }
}
