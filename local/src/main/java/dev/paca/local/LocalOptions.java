package dev.paca.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a local cluster is started with.
 *
 * @param dataDir everything that is kept: the brokers' data, the registry's database, the logs
 * @param brokers how many brokers; fixed by the first start on a data folder. Each is controller
 *     too, so three are needed for the loss of one to be survived
 * @param registry whether a schema registry is started beside them
 * @param brokerPort the first broker's port on 127.0.0.1, the next ones follow it; 0 for free ones
 * @param registryPort the registry's port on 127.0.0.1; 0 for a free one
 * @param startTimeout how long each part may take until it answers
 * @param brokerSettings Kafka's own broker settings, over those chosen here
 * @param brokerJvm options of the brokers' virtual machines, over those chosen here
 * @param proxyPorts ports on 127.0.0.1, one for each broker, at which somebody else will listen and
 *     pass on to the broker's second listener ({@link LocalCluster#behindProxies}): clients that
 *     come that way are told these ports and no others. None: no second listener
 */
public record LocalOptions(
    Path dataDir,
    int brokers,
    boolean registry,
    int brokerPort,
    int registryPort,
    Duration startTimeout,
    Map<String, String> brokerSettings,
    List<String> brokerJvm,
    List<Integer> proxyPorts) {

  public LocalOptions {
    if (brokers < 1) {
      throw new IllegalArgumentException("brokers must be at least 1, not " + brokers);
    }
    if (dataDir.toString().matches(".*[,;].*")) {
      throw new IllegalArgumentException(
          "a data folder cannot have a comma or semicolon in its path: " + dataDir);
    }
    dataDir = dataDir.toAbsolutePath().normalize();
    brokerSettings = Map.copyOf(brokerSettings);
    brokerJvm = List.copyOf(brokerJvm);
    proxyPorts = List.copyOf(proxyPorts);
  }

  /** One broker and a registry on free ports, with their data in this folder. */
  public static LocalOptions in(Path dataDir) {
    return new LocalOptions(
        dataDir, 1, true, 0, 0, Duration.ofSeconds(60), Map.of(), List.of(), List.of());
  }

  public LocalOptions withBrokers(int count) {
    return new LocalOptions(
        dataDir,
        count,
        registry,
        brokerPort,
        registryPort,
        startTimeout,
        brokerSettings,
        brokerJvm,
        proxyPorts);
  }

  public LocalOptions withoutRegistry() {
    return new LocalOptions(
        dataDir,
        brokers,
        false,
        brokerPort,
        registryPort,
        startTimeout,
        brokerSettings,
        brokerJvm,
        proxyPorts);
  }

  public LocalOptions withPorts(int firstBrokerPort, int portOfRegistry) {
    return new LocalOptions(
        dataDir,
        brokers,
        registry,
        firstBrokerPort,
        portOfRegistry,
        startTimeout,
        brokerSettings,
        brokerJvm,
        proxyPorts);
  }

  public LocalOptions withStartTimeout(Duration timeout) {
    return new LocalOptions(
        dataDir,
        brokers,
        registry,
        brokerPort,
        registryPort,
        timeout,
        brokerSettings,
        brokerJvm,
        proxyPorts);
  }

  public LocalOptions withBrokerSetting(String name, String value) {
    Map<String, String> settings = new LinkedHashMap<>(brokerSettings);
    settings.put(name, value);
    return new LocalOptions(
        dataDir,
        brokers,
        registry,
        brokerPort,
        registryPort,
        startTimeout,
        settings,
        brokerJvm,
        proxyPorts);
  }

  /** One more option of the brokers' virtual machines. */
  public LocalOptions withBrokerJvm(String option) {
    List<String> jvm = new ArrayList<>(brokerJvm);
    jvm.add(option);
    return new LocalOptions(
        dataDir,
        brokers,
        registry,
        brokerPort,
        registryPort,
        startTimeout,
        brokerSettings,
        jvm,
        proxyPorts);
  }

  /** A second listener for each broker, to be reached by these ports; as many as brokers. */
  public LocalOptions withProxies(List<Integer> ports) {
    return new LocalOptions(
        dataDir,
        brokers,
        registry,
        brokerPort,
        registryPort,
        startTimeout,
        brokerSettings,
        brokerJvm,
        ports);
  }
}
