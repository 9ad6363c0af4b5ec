package dev.paca.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How one child JVM is run, on a leash: it ends when this process does. Of this process's
 * environment it sees the path, home, locale and time zone only.
 *
 * @param name {@code broker-1}, {@code registry}: names its log and lock too
 * @param dataDir the cluster's data folder: the child's working directory, with its log in {@code
 *     logs/}
 * @param jvm options of the virtual machine
 * @param classPath besides this module's own code
 * @param readyLine part of the line it prints when it serves
 */
public record ChildCommand(
    String name,
    Path dataDir,
    List<String> jvm,
    String classPath,
    String mainClass,
    List<String> arguments,
    String readyLine) {

  /** Small and quick to start: a local cluster shares the machine with everything else. */
  private static final List<String> MODEST =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");

  /**
   * A terminal sends Ctrl-C to every process in it. Children must not stop on their own then, but
   * when the parent has closed what uses them. A JVM that is started with a signal ignored leaves
   * it so; the shell replaces itself, so the process id is the child's.
   */
  private static final List<String> DEAF_TO_THE_TERMINAL =
      List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "paca-child");

  Process run() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words());
    builder.redirectErrorStream(true);
    builder.directory(dataDir.toFile());
    // Settings of the registry and of the JVM may come from variables: only ours shall count.
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ"));
    environment.put("MALLOC_ARENA_MAX", "2");
    return builder.start();
  }

  /** Where what it prints is kept. */
  public Path logFile() {
    return dataDir.resolve("logs").resolve(name + ".log");
  }

  private List<String> words() {
    List<String> words = new ArrayList<>(DEAF_TO_THE_TERMINAL);
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(MODEST);
    words.add("-Djava.io.tmpdir=" + dataDir.resolve("tmp"));
    words.addAll(jvm);
    words.add("-cp");
    words.add(Distribution.ownCode() + File.pathSeparator + classPath);
    words.add(Leash.class.getName());
    words.add(dataDir.resolve(name + ".lock").toString());
    words.add(mainClass);
    words.addAll(arguments);
    return words;
  }
}
