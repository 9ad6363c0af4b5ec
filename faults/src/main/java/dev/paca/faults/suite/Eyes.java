package dev.paca.faults.suite;

import dev.paca.faults.installation.Installation;
import dev.paca.faults.watch.Answers;
import dev.paca.faults.watch.OutputWatch;
import dev.paca.faults.watch.QueryProbe;
import dev.paca.faults.watch.Question;
import dev.paca.settings.ClientSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What follows the outputs and asks the instances all the time, from the outside. */
public final class Eyes implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final OutputWatch watch;
  private final QueryProbe probe;
  private final Set<String> told = new HashSet<>();

  private Eyes(OutputWatch watch, QueryProbe probe) {
    this.watch = watch;
    this.probe = probe;
  }

  public static Eyes on(Installation installation) {
    OutputWatch watch = OutputWatch.start(ClientSettings.kafka(installation.settings()));
    return new Eyes(watch, QueryProbe.start(installation::known));
  }

  /** A period begins. */
  void mark() {
    probe.mark();
  }

  Duration longestGapOfScores() {
    return longest(Question::score);
  }

  Duration longestGapOfStores() {
    return longest(question -> !question.score());
  }

  private Duration longest(Predicate<Question> kind) {
    return probe.answers().entrySet().stream()
        .filter(each -> kind.test(each.getKey()))
        .map(each -> each.getValue())
        .map(Answers::longestGap)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** What nobody should ever see, seen since this was asked last. */
  List<String> torn() {
    List<String> all = new ArrayList<>(watch.violations());
    all.addAll(probe.violations());
    return fresh(all);
  }

  /** The rest, when nothing happens any more. */
  public List<String> conclude() {
    probe.close();
    List<String> all = new ArrayList<>(watch.conclude(PATIENCE));
    all.addAll(probe.violations(watch.committed()));
    return fresh(all);
  }

  private List<String> fresh(List<String> all) {
    return all.stream().filter(told::add).toList();
  }

  @Override
  public void close() {
    probe.close();
    watch.close();
  }
}
