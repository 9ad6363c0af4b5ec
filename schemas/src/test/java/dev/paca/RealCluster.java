package dev.paca;

import dev.paca.local.LocalCluster;
import dev.paca.local.LocalOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one real broker and registry, started when first asked for, stopped at the end. */
public final class RealCluster implements ParameterResolver {
  private record Running(LocalCluster cluster) implements AutoCloseable {
    @Override
    public void close() {
      cluster.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == LocalCluster.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(Running.class, type -> start(), Running.class)
        .cluster();
  }

  private static Running start() {
    try {
      Path folder =
          Files.createTempDirectory(Files.createDirectories(Path.of("target/cluster")), "it");
      return new Running(LocalCluster.start(LocalOptions.in(folder)));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
