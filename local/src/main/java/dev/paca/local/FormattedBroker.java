package dev.paca.local;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The main class of a broker child: formats its storage if that is new, then is Kafka's own main
 * class. One JVM for both saves a second of the first start. Kafka is reached by name because its
 * server is on the child's class path only.
 *
 * <p>Arguments: the settings file, the folder of the data, the cluster's id.
 */
public final class FormattedBroker {
  private FormattedBroker() {}

  public static void main(String[] args) throws ReflectiveOperationException {
    if (!Files.exists(Path.of(args[1], "meta.properties"))) {
      format(args[0], args[2]);
    }
    Class.forName("kafka.Kafka")
        .getMethod("main", String[].class)
        .invoke(null, (Object) new String[] {args[0]});
  }

  private static void format(String settingsFile, String clusterId)
      throws ReflectiveOperationException {
    String[] arguments = {
      "format",
      "--config",
      settingsFile,
      "--cluster-id",
      clusterId,
      "--feature",
      "transaction.version=2"
    };
    Object exitCode =
        Class.forName("kafka.tools.StorageTool")
            .getMethod("execute", String[].class, PrintStream.class)
            .invoke(null, arguments, System.out);
    if (!exitCode.equals(0)) {
      throw new IllegalStateException("the storage could not be formatted");
    }
  }
}
