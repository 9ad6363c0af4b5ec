package dev.paca.local;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Plain clients of a broker and a registry, as any user of the cluster would have them. */
final class Clients {
  private Clients() {}

  private static Admin admin(LocalCluster cluster) {
    return Admin.create(
        Map.of("bootstrap.servers", cluster.bootstrap(), "request.timeout.ms", 2000));
  }

  static void createTopic(LocalCluster cluster, String topic) throws Exception {
    try (Admin admin = admin(cluster)) {
      NewTopic onePartition = new NewTopic(topic, Optional.of(1), Optional.empty());
      admin.createTopics(List.of(onePartition)).all().get(60, TimeUnit.SECONDS);
    }
  }

  /** Sends with the acknowledgement of all in-sync replicas: the offset that the record got. */
  static long send(LocalCluster cluster, String topic, String value) throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", cluster.bootstrap(), "acks", "all", "request.timeout.ms", 2000);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      return producer.send(new ProducerRecord<>(topic, value)).get(60, TimeUnit.SECONDS).offset();
    }
  }

  static long endOffset(LocalCluster cluster, String topic) throws Exception {
    TopicPartition partition = new TopicPartition(topic, 0);
    try (Admin admin = admin(cluster)) {
      return admin
          .listOffsets(Map.of(partition, OffsetSpec.latest()))
          .partitionResult(partition)
          .get(60, TimeUnit.SECONDS)
          .offset();
    }
  }

  static int inSyncReplicas(LocalCluster cluster, String topic) throws Exception {
    try (Admin admin = admin(cluster)) {
      return admin
          .describeTopics(List.of(topic))
          .topicNameValues()
          .get(topic)
          .get(60, TimeUnit.SECONDS)
          .partitions()
          .get(0)
          .isr()
          .size();
    }
  }

  /** The ports at which a client of this address is told to look for a topic's replicas. */
  static List<Integer> replicaPorts(InetSocketAddress bootstrap, String topic) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrap.getHostString() + ":" + bootstrap.getPort());
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      // One request, to the only address known yet.
      return Arrays.stream(consumer.partitionsFor(topic).get(0).replicas())
          .map(Node::port)
          .toList();
    }
  }

  static String register(LocalCluster cluster, String subject, String schema) throws Exception {
    return send(
        request(cluster, "/subjects/" + subject + "/versions")
            .POST(BodyPublishers.ofString("{\"schema\":\"" + schema + "\"}")));
  }

  static String get(LocalCluster cluster, String path) throws Exception {
    return send(request(cluster, path).GET());
  }

  static String put(LocalCluster cluster, String path, String body) throws Exception {
    return send(request(cluster, path).PUT(BodyPublishers.ofString(body)));
  }

  private static HttpRequest.Builder request(LocalCluster cluster, String path) {
    return HttpRequest.newBuilder(URI.create(cluster.registryUrl() + path))
        .header("Content-Type", "application/vnd.schemaregistry.v1+json");
  }

  private static String send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).body();
  }
}
