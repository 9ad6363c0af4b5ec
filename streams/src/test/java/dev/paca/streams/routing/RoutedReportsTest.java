package dev.paca.streams.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paca.problems.ProblemCode;
import dev.paca.reports.AgencyKind;
import dev.paca.reports.Audit;
import dev.paca.reports.AuditChannel;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.report.Revisions;
import dev.paca.streams.evidence.ReportSource;
import dev.paca.streams.query.BehindView;
import dev.paca.streams.query.QueryRefused;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two partitions over several instances, asked over real HTTP. */
class RoutedReportsTest {
  private static final HostInfo SELF = new HostInfo("this.instance.invalid", 1);
  private static final Revisions FIRST = report("first");
  private static final Revisions SECOND = report("second");
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  private final List<AutoCloseable> open = new ArrayList<>();
  private final MemoryShards local = new MemoryShards().owns(0, FIRST);

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void whatAnotherInstanceOwnsIsReadThere() throws Exception {
    HostInfo owner = instance(new MemoryShards().owns(1, SECOND));

    ReportSource reports = routed(owner).get();

    assertThat(all(reports)).containsExactlyInAnyOrder("first", "second");
    assertThat(reports.behind()).isEmpty();
  }

  @Test
  void aSilentOwnerLeavesTimeForItsStandbyWhichSaysHowFarBehindItIs() throws Exception {
    HostInfo standby = instance(new MemoryShards().copies(1, 450, SECOND));
    long before = System.nanoTime();

    ReportSource reports = routed(silent(), standby).get();

    assertThat(all(reports)).containsExactlyInAnyOrder("first", "second");
    assertThat(reports.behind())
        .contains(new BehindView(450, List.of(new BehindView.Part("reports", 1, 450))));
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(DEADLINE);
  }

  @Test
  void anOwnerThatHasLostThePartitionIsNoAnswer() throws Exception {
    HostInfo former = instance(new MemoryShards().copies(1, 10, SECOND));
    HostInfo standby = instance(new MemoryShards().copies(1, 450, SECOND));

    ReportSource reports = routed(former, standby).get();

    assertThat(all(reports)).containsExactlyInAnyOrder("first", "second");
    assertThat(reports.behind().orElseThrow().ageMs()).isEqualTo(450);
  }

  @Test
  void aStandbyHereIsReadWhenTheOwnerIsGone() throws Exception {
    local.copies(1, 20, SECOND);

    ReportSource reports = routed(gone(), SELF).get();

    assertThat(all(reports)).containsExactlyInAnyOrder("first", "second");
    assertThat(reports.behind().orElseThrow().ageMs()).isEqualTo(20);
  }

  @Test
  void withoutOwnerAndStandbyTheRefusalNamesWhatIsMissing() throws Exception {
    ReportSource reports = routed(silent()).get();
    long before = System.nanoTime();

    assertThatThrownBy(() -> all(reports))
        .isInstanceOfSatisfying(
            QueryRefused.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.UNAVAILABLE))
        .hasMessageContaining("partition 1 of the reports");
    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isBetween(DEADLINE.minusMillis(50), DEADLINE.plusSeconds(5));
  }

  @Test
  void aTornAnswerIsNoneAndNothingOfItCounts() throws Exception {
    HostInfo torn =
        started(
            Javalin.create(
                config ->
                    config.routes.get(
                        PeerRoute.PATH,
                        ctx -> {
                          var whole = new java.io.ByteArrayOutputStream();
                          Frames.write(
                              new MemoryShards().owns(1, SECOND),
                              PeerQuery.of(ctx::queryParam).question(),
                              Set.of(1),
                              false,
                              whole);
                          byte[] bytes = whole.toByteArray();
                          ctx.result(java.util.Arrays.copyOf(bytes, bytes.length - 4));
                        })));
    HostInfo standby = instance(new MemoryShards().copies(1, 450, SECOND));

    assertThat(all(routed(torn, standby).get())).containsExactlyInAnyOrder("first", "second");
    assertThatThrownBy(() -> all(routed(torn).get())).isInstanceOf(QueryRefused.class);
  }

  @Test
  void theOwnerIsToldWhichProvincesAreAskedAbout() throws Exception {
    List<StoreQuestion> asked = new CopyOnWriteArrayList<>();
    Shards theirs = new MemoryShards().owns(1, SECOND);
    HostInfo owner =
        instance(
            (question, partition, mayBeBehind) -> {
              asked.add(question);
              return theirs.open(question, partition, mayBeBehind);
            });

    routed(owner).get().scan(Set.of(ReportType.AUDITS), Set.of("66", "94"), report -> {});

    assertThat(asked)
        .containsExactly(
            new StoreQuestion.Reports(Set.of(ReportType.AUDITS), Optional.of(Set.of("66", "94"))));
  }

  @Test
  void aMatterIsAskedOfTheOneThatOwnsItsPartition() throws Exception {
    HostInfo owner = instance(new MemoryShards().owns(0, FIRST).owns(1, SECOND));
    Map<TopicPartition, Holders> matters =
        Map.of(
            new TopicPartition("paca.internal.matters", 0), holders(owner),
            new TopicPartition("paca.internal.matters", 1), holders(owner));

    assertThat(routed(matters).get().matter("VA-1")).hasSize(1);
  }

  private static List<String> all(ReportSource reports) {
    List<String> ids = new ArrayList<>();
    reports.scan(report -> ids.add(report.key().reportId()));
    return ids;
  }

  /** Partition 0 is owned here, partition 1 by another. */
  private Routing routed(HostInfo owner, HostInfo... standbys) {
    return routed(
        Map.of(
            new TopicPartition("paca.audits", 0),
            holders(SELF),
            new TopicPartition("paca.audits", 1),
            holders(owner, standbys)));
  }

  private Routing routed(Map<TopicPartition, Holders> holders) {
    Whereabouts whereabouts =
        new Whereabouts() {
          @Override
          public HostInfo self() {
            return SELF;
          }

          @Override
          public Holders of(TopicPartition partition) {
            return holders.get(partition);
          }
        };
    return new Routing(local, whereabouts, new Peers(), 2, DEADLINE, System::nanoTime);
  }

  private static Holders holders(HostInfo owner, HostInfo... standbys) {
    return new Holders(Optional.of(owner), List.of(standbys));
  }

  private HostInfo instance(Shards shards) {
    return started(Javalin.create(config -> PeerRoute.mount(config, shards)));
  }

  private HostInfo started(Javalin server) {
    server.start("127.0.0.1", 0);
    open.add(server::stop);
    return new HostInfo("127.0.0.1", server.port());
  }

  /** Takes the question and never says anything. */
  private HostInfo silent() throws IOException {
    ServerSocket socket = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    open.add(socket);
    return new HostInfo("127.0.0.1", socket.getLocalPort());
  }

  /** Nobody listens there any more. */
  private static HostInfo gone() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return new HostInfo("127.0.0.1", socket.getLocalPort());
    }
  }

  private static Revisions report(String id) {
    Audit audit =
        Audit.newBuilder()
            .setReportId(id)
            .setRevision(1L)
            .setAgency("thanh-tra-thu-nghiem")
            .setAgencyKind(AgencyKind.INSPECTORATE)
            .setProvince("66")
            .setOccurredOn(LocalDate.of(2024, 6, 30))
            .setChannel(AuditChannel.INSPECTION)
            .build();
    return Revisions.of(new Filed(Report.of(audit), 1, 1_000, 0, 0));
  }
}
