package dev.paca.benchmarks.contender;

import dev.paca.benchmarks.checkout.Repository;
import java.util.List;

/** Options of every measured process, the same for all: both compilers, and one heap. */
final class Jvm {
  private Jvm() {}

  static List<String> options(String heap) {
    return List.of(
        "-XX:TieredStopAtLevel=4",
        "-Xms" + heap,
        "-Xmx" + heap,
        "-D" + Repository.HOME + "=" + Repository.find().root());
  }
}
