package dev.paca.benchmarks.contender;

import dev.paca.benchmarks.bed.Bed;
import dev.paca.benchmarks.expected.Expected;
import dev.paca.local.ChildCommand;
import dev.paca.local.LocalProcess;
import java.util.List;

/** A program that reads the whole input and keeps sums of it. */
public interface Contender {
  /** In a word, for the command line; its consumer group too. */
  String name();

  /** In a few words, for the table. */
  String title();

  /** How it is run as a process of its own. */
  ChildCommand command(Bed bed);

  /**
   * Waits until what it gives out is the fold of the input.
   *
   * @return what differs in the end, in words; empty when it is equal
   */
  List<String> differences(Bed bed, LocalProcess process, Expected expected);
}
