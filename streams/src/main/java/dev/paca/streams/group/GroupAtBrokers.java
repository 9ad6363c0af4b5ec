package dev.paca.streams.group;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidRequestException;

/**
 * What the brokers keep of the group: its type, and with the protocol streams its settings. These
 * are read first and changed only where they differ, so that an instance needs the right to change
 * them only then.
 */
final class GroupAtBrokers {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final String FEATURE = "streams.version";
  private static final String STANDBYS = "streams.num.standby.replicas";
  private static final String SESSION_TIMEOUT = "streams.session.timeout.ms";
  private static final String HEARTBEAT = "streams.heartbeat.interval.ms";
  private static final Set<GroupState> WITHOUT_MEMBERS = Set.of(GroupState.EMPTY, GroupState.DEAD);

  private final GroupTerms terms;
  private final Admin admin;

  private GroupAtBrokers(GroupTerms terms, Admin admin) {
    this.terms = terms;
    this.admin = admin;
  }

  /**
   * Sees that the group can be joined on these terms.
   *
   * @throws GroupRefused when it cannot
   */
  static void agree(GroupTerms terms, Map<String, Object> clientSettings) {
    try (Admin admin = Admin.create(clientSettings)) {
      GroupAtBrokers group = new GroupAtBrokers(terms, admin);
      group.refuseOtherProtocol();
      if (terms.protocol() == GroupProtocol.STREAMS) {
        group.requireFeature();
        group.set();
      }
    }
  }

  /** Kafka converts a group without members, keeping its offsets, and no other. */
  private void refuseOtherProtocol() {
    Optional<GroupListing> group =
        answer(admin.listGroups().all(), "the groups cannot be listed").stream()
            .filter(each -> each.groupId().equals(terms.id()))
            .filter(each -> each.type().filter(terms.protocol().type()::equals).isEmpty())
            .filter(each -> !WITHOUT_MEMBERS.contains(each.groupState().orElse(GroupState.UNKNOWN)))
            .findFirst();
    if (group.isPresent()) {
      throw new GroupRefused(
          "%s: the group has members of the protocol %s, and this instance is set to %s: all must be the same. To change it stop every instance; one that was killed is a member until its session has timed out"
              .formatted(
                  terms.id(),
                  group
                      .get()
                      .type()
                      .map(type -> type.toString().toLowerCase(Locale.ROOT))
                      .orElse("unknown"),
                  terms.protocol().word()));
    }
  }

  private void requireFeature() {
    FinalizedVersionRange version =
        answer(admin.describeFeatures().featureMetadata(), "the brokers' features are not told")
            .finalizedFeatures()
            .get(FEATURE);
    if (version == null || version.maxVersionLevel() < 1) {
      throw new GroupRefused(
          "group-protocol streams needs brokers of 4.2 or later with the feature %s: kafka-features.sh upgrade --feature %s=1, or take group-protocol classic"
              .formatted(FEATURE, FEATURE));
    }
  }

  private void set() {
    ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, terms.id());
    Config now =
        answer(
                admin.describeConfigs(List.of(group)).all(),
                "the settings of group " + terms.id() + " cannot be read")
            .get(group);
    Map<String, String> wanted = wanted();
    wanted.entrySet().removeIf(each -> is(now, each.getKey(), each.getValue()));
    if (wanted.isEmpty()) {
      return;
    }
    List<AlterConfigOp> changes =
        wanted.entrySet().stream()
            .map(each -> new ConfigEntry(each.getKey(), each.getValue()))
            .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
            .toList();
    answer(
        admin.incrementalAlterConfigs(Map.of(group, changes)).all(),
        "the group %s needs %s (kafka-configs.sh --alter --entity-type groups --entity-name %s --add-config %s), which cannot be set"
            .formatted(terms.id(), wanted, terms.id(), text(wanted)));
  }

  private Map<String, String> wanted() {
    Map<String, String> wanted = new TreeMap<>();
    wanted.put(STANDBYS, Integer.toString(terms.standbys()));
    terms
        .sessionTimeout()
        .ifPresent(
            timeout -> {
              wanted.put(SESSION_TIMEOUT, Long.toString(timeout.toMillis()));
              wanted.put(HEARTBEAT, Long.toString(timeout.toMillis() * 3 / 10));
            });
    return wanted;
  }

  private static boolean is(Config now, String name, String value) {
    ConfigEntry entry = now.get(name);
    return entry != null && value.equals(entry.value());
  }

  private static String text(Map<String, String> settings) {
    return settings.toString().replaceAll("[{} ]", "");
  }

  private static <T> T answer(KafkaFuture<T> asked, String otherwise) {
    try {
      return asked.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new GroupRefused(otherwise + ": " + reason(e.getCause()));
    } catch (TimeoutException e) {
      throw new GroupRefused(otherwise + ": no broker answered in " + DEADLINE.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GroupRefused(otherwise + ": interrupted");
    }
  }

  /** What the brokers say to the operator is worth repeating where it names their own bounds. */
  private static String reason(Throwable cause) {
    if (cause instanceof AuthorizationException) {
      return "this instance may not; grant it, or let somebody do it who may";
    }
    return cause instanceof InvalidConfigurationException
            || cause instanceof InvalidRequestException
        ? "the brokers do not allow it: " + cause.getMessage()
        : "the brokers refuse it (" + cause.getClass().getSimpleName() + ")";
  }
}
