package dev.paca.streams.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.state.HostInfo;

/**
 * An instance to ask for a partition.
 *
 * @param mayBeBehind whether its copy is a standby's
 */
record Candidate(HostInfo host, boolean mayBeBehind) {

  /**
   * Whom to ask for one partition, in this order: the owner; a standby here, which costs no hop;
   * the others' standbys. Where this instance is the owner, last its own copy as it is: a task that
   * has just moved here can be read, behind, before it runs. Whoever else may keep it is asked
   * whether it is the owner where none is known, and last for a copy: an instance answers for what
   * it has.
   */
  static List<Candidate> of(Holders holders, HostInfo self) {
    List<Candidate> order = new ArrayList<>();
    HostInfo owner = holders.owner().orElse(self);
    order.add(new Candidate(owner, false));
    List<HostInfo> others = new ArrayList<>(holders.others());
    others.remove(self);
    if (holders.owner().isEmpty()) {
      others.forEach(host -> order.add(new Candidate(host, false)));
    }
    Candidate copyHere = new Candidate(self, true);
    if (holders.standbys().contains(self) || holders.others().contains(self)) {
      order.add(copyHere);
    }
    holders.standbys().stream()
        .filter(host -> !host.equals(self))
        .forEach(host -> order.add(new Candidate(host, true)));
    if (owner.equals(self) && !order.contains(copyHere)) {
      order.add(copyHere);
    }
    others.removeAll(holders.standbys());
    others.forEach(host -> order.add(new Candidate(host, true)));
    return List.copyOf(order);
  }

  /** The same question of several partitions is put to an instance once. */
  static Map<Candidate, Set<Integer>> byHost(Map<Integer, Candidate> next) {
    Map<Candidate, Set<Integer>> grouped =
        new TreeMap<>(
            Comparator.<Candidate, String>comparing(c -> c.host().toString())
                .thenComparing(Candidate::mayBeBehind));
    next.forEach(
        (partition, candidate) ->
            grouped.computeIfAbsent(candidate, c -> new TreeSet<>()).add(partition));
    return grouped;
  }
}
