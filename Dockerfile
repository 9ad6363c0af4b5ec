# The paca command with everything it runs. The build context is the repository after `mvn package`:
#   docker build -t paca .
#   docker run paca gateway        (or: streams, publish FILE…, topics create, …)
# Settings are PACA_* variables: docker run paca config
FROM eclipse-temurin:17-jre

RUN useradd --system --user-group --home-dir /var/lib/paca --create-home --shell /usr/sbin/nologin paca

COPY docker/paca docker/healthy /usr/local/bin/
COPY rubrics /opt/paca/rubrics
COPY samples /opt/paca/samples
COPY cli/target/dist/lib /opt/paca/lib

USER paca
WORKDIR /opt/paca
# In a container a service is reached from outside; which ports are published is the host's choice.
# The state of `streams` is in /var/lib/paca; without a volume it is rebuilt from the topics.
ENV PACA_BIND=0.0.0.0 PACA_HTTP_PORT=8080 PACA_GATEWAY_PORT=8081 PACA_STATE_DIR=/var/lib/paca/state
EXPOSE 8080 8081
VOLUME /var/lib/paca

HEALTHCHECK --interval=2s --timeout=5s --start-period=60s --retries=5 CMD ["healthy"]
ENTRYPOINT ["paca"]
CMD ["--help"]
