/**
 * Everything that the suite breaks: brokers, the registry and several instances of the real
 * service, each a process of its own that can be killed, frozen, stopped and started again.
 */
package dev.paca.faults.installation;
