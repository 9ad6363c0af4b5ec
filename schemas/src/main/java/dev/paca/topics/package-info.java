/**
 * Every Kafka topic of Paca: its name, the record it carries, its partitions and its settings, in
 * one place ({@link dev.paca.topics.Topics}); and how a cluster gets them or is checked against
 * them ({@link dev.paca.topics.TopicsAdmin}).
 */
package dev.paca.topics;
