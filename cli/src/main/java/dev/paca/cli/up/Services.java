package dev.paca.cli.up;

import dev.paca.producers.gateway.GatewayConfig;
import dev.paca.producers.gateway.GatewayServer;
import dev.paca.settings.Settings;
import dev.paca.streams.StreamsService;

/** The two services that run in this JVM. */
final class Services {
  private Services() {}

  /** One that runs. */
  record Service(int port, AutoCloseable running) implements AutoCloseable {
    String url() {
      return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() throws Exception {
      running.close();
    }
  }

  static Service gateway(Settings settings) {
    GatewayServer gateway = GatewayServer.start(GatewayConfig.of(settings));
    return new Service(gateway.port(), gateway);
  }

  static Service streams(Settings settings) {
    StreamsService streams = StreamsService.start(settings);
    return new Service(streams.port(), streams);
  }
}
