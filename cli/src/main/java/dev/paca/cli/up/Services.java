package dev.paca.cli.up;

import dev.paca.cli.console.CommandFailed;
import dev.paca.producers.gateway.GatewayConfig;
import dev.paca.producers.gateway.GatewayServer;
import dev.paca.settings.Settings;
import java.lang.reflect.InvocationTargetException;

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
    try {
      Class<?> type = Class.forName("dev.paca.streams.StreamsService");
      Object service = type.getMethod("start", Settings.class).invoke(null, settings);
      int port = (Integer) type.getMethod("port").invoke(service);
      return new Service(port, (AutoCloseable) service);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new CommandFailed("the streams did not start: " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw new CommandFailed("this build has no streams service: " + e.getMessage(), e);
    }
  }
}
