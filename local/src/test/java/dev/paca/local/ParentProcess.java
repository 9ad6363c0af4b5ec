package dev.paca.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program that starts a cluster, says the children's process ids, and serves until it is told to
 * stop.
 */
final class ParentProcess implements AutoCloseable {
  private final Process process;
  private final List<ProcessHandle> children;

  private ParentProcess(Process process, List<ProcessHandle> children) {
    this.process = process;
    this.children = children;
  }

  /** Runs the program on a data folder, and returns when its cluster serves. */
  static ParentProcess start(Path dataDir) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ParentProcess.class.getName(),
                dataDir.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said = process.inputReader();
    String pids = said.readLine();
    if (pids == null) {
      throw new IllegalStateException("the parent ended before its cluster served");
    }
    List<ProcessHandle> children =
        Stream.of(pids.split(" "))
            .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
            .toList();
    return new ParentProcess(process, children);
  }

  long pid() {
    return process.pid();
  }

  List<ProcessHandle> children() {
    return children;
  }

  void sigkill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM: the exit code. */
  int sigterm() throws InterruptedException {
    process.toHandle().destroy();
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  public static void main(String[] args) throws InterruptedException {
    LocalCluster cluster = LocalCluster.start(LocalOptions.in(Path.of(args[0])));
    Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
    System.out.println(cluster.brokers().get(0).pid() + " " + cluster.registry().pid());
    Thread.currentThread().join();
  }
}
