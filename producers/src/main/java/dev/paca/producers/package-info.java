/** How reports get to Kafka: publisher, files, gateway. */
package dev.paca.producers;
