package dev.paca.cli;

import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** A broker and a registry in containers: the images that docker-compose.yml names. */
final class ContainerCluster implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private static final String BROKER_SETTINGS = "/mnt/shared/config/";
  private static final int REGISTRY_PORT = 8080;
  private static final String REGISTRY_API = "/apis/ccompat/v7";

  private final KafkaContainer kafka =
      new KafkaContainer(DockerImageName.parse("apache/kafka:4.3.1"))
          .withCopyFileToContainer(brokerSetting("log4j2.yaml"), BROKER_SETTINGS + "log4j2.yaml")
          .withCopyFileToContainer(
              brokerSetting("tools-log4j2.yaml"), BROKER_SETTINGS + "tools-log4j2.yaml")
          .withStartupTimeout(START);

  private final GenericContainer<?> registry =
      new GenericContainer<>(DockerImageName.parse("apicurio/apicurio-registry:3.3.3"))
          .withExposedPorts(REGISTRY_PORT)
          .waitingFor(Wait.forHttp(REGISTRY_API + "/subjects").withStartupTimeout(START));

  private ContainerCluster() {}

  /** Both, serving; fails when there is no container engine. */
  static ContainerCluster start() {
    ContainerCluster cluster = new ContainerCluster();
    try {
      cluster.kafka.start();
      cluster.registry.start();
      return cluster;
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  String bootstrap() {
    return kafka.getBootstrapServers();
  }

  String registryUrl() {
    return "http://%s:%d%s"
        .formatted(registry.getHost(), registry.getMappedPort(REGISTRY_PORT), REGISTRY_API);
  }

  private static MountableFile brokerSetting(String name) {
    return MountableFile.forHostPath("../docker/kafka/" + name, 0644);
  }

  @Override
  public void close() {
    registry.stop();
    kafka.stop();
  }
}
