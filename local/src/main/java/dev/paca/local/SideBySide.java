package dev.paca.local;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Several slow things at once, each on a thread of its own: all of them are waited for. */
final class SideBySide {

  private SideBySide() {}

  /** All results in order; if one fails, the results of the others are undone first. */
  static <T> List<T> all(List<Supplier<T>> starts, Consumer<T> undo) {
    List<CompletableFuture<T>> futures =
        starts.stream()
            .map(start -> CompletableFuture.supplyAsync(start, SideBySide::onItsOwnThread))
            .toList();
    try {
      CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new)).join();
      return futures.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      futures.stream()
          .filter(future -> !future.isCompletedExceptionally())
          .forEach(future -> undo.accept(future.join()));
      throw e.getCause() instanceof LocalFailure failure ? failure : e;
    }
  }

  /** The same thing to each item. */
  static <T> void each(List<T> items, Consumer<T> work) {
    List<Supplier<T>> steps =
        items.stream()
            .map(
                item ->
                    (Supplier<T>)
                        () -> {
                          work.accept(item);
                          return item;
                        })
            .toList();
    all(steps, done -> {});
  }

  private static void onItsOwnThread(Runnable work) {
    Thread thread = new Thread(work, "local-cluster");
    thread.setDaemon(true);
    thread.start();
  }
}
