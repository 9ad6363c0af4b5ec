package dev.paca.faults.fault;

import dev.paca.faults.installation.Installation;
import dev.paca.local.LocalProcess;
import dev.paca.settings.ClientSettings;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;

/** Which broker matters most at the moment. */
final class Coordinators {
  private Coordinators() {}

  static LocalProcess ofMostTransactions(Installation installation) throws InterruptedException {
    try (Admin admin = Admin.create(ClientSettings.kafka(installation.settings()))) {
      Map<Integer, Collection<TransactionListing>> all =
          admin.listTransactions().allByBrokerId().get();
      int id =
          all.entrySet().stream()
              .max(Comparator.comparingInt(each -> each.getValue().size()))
              .orElseThrow()
              .getKey();
      // The first node has the id 1.
      return installation.cluster().brokers().get(id - 1);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the brokers do not tell their transactions", e);
    }
  }
}
