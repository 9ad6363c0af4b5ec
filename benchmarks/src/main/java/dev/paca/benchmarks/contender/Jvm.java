package dev.paca.benchmarks.contender;

import dev.paca.benchmarks.checkout.Repository;
import java.util.List;

/**
 * Options of every measured process, the same for all: both compilers, the second one after as many
 * calls as the launcher lets a service have, its collector, and one heap.
 */
final class Jvm {
  private Jvm() {}

  static List<String> options(String heap) {
    return List.of(
        "-XX:-UseSerialGC",
        "-XX:+UseParallelGC",
        "-XX:TieredStopAtLevel=4",
        "-XX:Tier4InvocationThreshold=30000",
        "-XX:Tier4MinInvocationThreshold=4000",
        "-XX:Tier4CompileThreshold=90000",
        "-XX:Tier4BackEdgeThreshold=240000",
        "-Xms" + heap,
        "-Xmx" + heap,
        "-D" + Repository.HOME + "=" + Repository.find().root());
  }
}
