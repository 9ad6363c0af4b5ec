package dev.paca.local;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A Kafka cluster and, if asked for, a schema registry, running as child processes.
 *
 * <p>Topics, offsets and schema ids lie in the data folder and outlive a restart; free ports do
 * not. The children end with the process that started them, however that ends, but do not follow a
 * signal of the terminal: who uses a cluster closes first what uses it and then the cluster. No
 * shutdown hook is set here, because hooks run side by side and would take the broker from under
 * its clients.
 */
public final class LocalCluster implements AutoCloseable {
  private final DataFolder folder;
  private final Service brokers;
  private final Optional<Service> registry;

  private LocalCluster(DataFolder folder, Service brokers, Optional<Service> registry) {
    this.folder = folder;
    this.brokers = brokers;
    this.registry = registry;
  }

  /**
   * Starts brokers and registry side by side and returns when every one serves.
   *
   * @throws LocalFailure if the folder is in use, an asked port is taken, or a part does not start
   *     in time (with the last lines of its log); nothing is left running then
   */
  public static LocalCluster start(LocalOptions options) {
    Distribution distribution = Distribution.find();
    DataFolder folder = DataFolder.take(options.dataDir());
    try {
      String id = ClusterIdentity.of(options.dataDir(), options.brokers()).id();
      List<Supplier<Service>> starts = new ArrayList<>();
      starts.add(() -> BrokerNode.startAll(options, distribution, id));
      if (options.registry()) {
        starts.add(() -> RegistryServer.startOne(options, distribution));
      }
      List<Service> services = SideBySide.all(starts, Service::stop);
      return new LocalCluster(folder, services.get(0), services.stream().skip(1).findFirst());
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /** The brokers' addresses as Kafka clients want them: {@code host:port,host:port}. */
  public String bootstrap() {
    return brokers.address();
  }

  /**
   * Where the proxies of {@link LocalOptions#withProxies} must pass on to, {@code broker-1} first;
   * empty without proxies.
   */
  public List<InetSocketAddress> behindProxies() {
    return brokers.behindProxies().stream()
        .map(port -> new InetSocketAddress(Ports.HOST, port))
        .toList();
  }

  /**
   * Base URL of the registry's Confluent-compatible API.
   *
   * @throws IllegalStateException if the cluster was started without a registry
   */
  public String registryUrl() {
    return registryService().address();
  }

  /** The brokers, {@code broker-1} first. */
  public List<LocalProcess> brokers() {
    return brokers.processes();
  }

  /**
   * The registry's process.
   *
   * @throws IllegalStateException if the cluster was started without a registry
   */
  public LocalProcess registry() {
    return registryService().processes().get(0);
  }

  /** Stops everything, the processes that a test has killed or paused included. */
  @Override
  public void close() {
    try {
      List<Service> services = new ArrayList<>(registry.stream().toList());
      services.add(brokers);
      SideBySide.each(services, Service::stop);
    } finally {
      folder.close();
    }
  }

  private Service registryService() {
    return registry.orElseThrow(
        () -> new IllegalStateException("this cluster was started without a registry"));
  }
}
