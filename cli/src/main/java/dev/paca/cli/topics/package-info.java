/** Making the topics, and checking that a cluster's are as they must be. */
package dev.paca.cli.topics;
