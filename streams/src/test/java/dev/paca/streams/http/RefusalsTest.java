package dev.paca.streams.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {
  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/assessments/20x2/ranking                   | 400 | BAD_REQUEST | such as 2022",
        "/v1/assessments/99999999999/ranking            | 400 | BAD_REQUEST | such as 2022",
        "/v1/assessments/1999/ranking                   | 404 | NOT_FOUND   | there are 2022",
        "/v1/assessments/1999/provinces/94              | 404 | NOT_FOUND   | 1999",
        "/v1/assessments/2022/provinces/Atlantis        | 404 | NOT_FOUND   | Atlantis",
        "/v1/assessments/2022/provinces/94/criteria/C.9 | 404 | NOT_FOUND   | there are C.1.1",
        "/v1/assessments/2022/provinces/later           | 503 | UNAVAILABLE | moving",
        "/v1/matters/XX-1                               | 404 | NOT_FOUND   | XX-1",
        "/v1/nothing                                    | 404 | NOT_FOUND   | /openapi.json",
        "/nothing                                       | 404 | NOT_FOUND   | /openapi.json",
        "/v1/stream?year=abc                            | 400 | BAD_REQUEST | such as 2022",
        "/v1/stream?lastEventId=abc                     | 400 | BAD_REQUEST | whole number",
        "/v1/stream?province=Atlantis                   | 404 | NOT_FOUND   | Atlantis",
        "/v1/stream?year=2022&province=Atlantis         | 404 | NOT_FOUND   | Atlantis",
        "/v1/assessments?wait=10001                     | 400 | BAD_REQUEST | from 0 to 10000",
      })
  void whatCannotBeAnsweredSaysWhy(String path, int status, String code, String detail) {
    HttpResponse<String> response = service.get(path);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = Service.json(response);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("code").asText()).isEqualTo(code);
    assertThat(problem.get("detail").asText()).contains(detail);
    assertThat(problem.get("instance").asText()).isEqualTo(path.replaceFirst("\\?.*", ""));
    assertThat(problem.get("type").asText()).startsWith("urn:paca:problem:");
    assertThat(problem.get("title").asText()).isNotBlank();
    assertThat(response.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
  }

  @Test
  void anotherMethodIsToldWhichOnesThereAre() {
    HttpResponse<String> response = service.send("POST", "/v1/assessments/2022/ranking");

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
    assertThat(Service.json(response).get("detail").asText()).contains("GET, HEAD");
  }

  @Test
  void anErrorOnOurSideShowsNothingOfItsInside() {
    HttpResponse<String> response = service.get("/v1/assessments/2022/provinces/boom");

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).contains("INTERNAL").doesNotContain("secret", "Exception");
  }

  @Test
  void anAddressThatIsNoAddressIsAProblemToo() throws IOException {
    String response = raw("GET /v1/matters/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(response).startsWith("HTTP/1.1 400").contains("problem+json", "BAD_REQUEST");
  }

  @Test
  void whereAPageIsMountedPeopleGetItsWordsAndProgramsTheProblem() {
    try (Service paged =
        Service.withPage(
            config -> config.routes.error(404, "text/html", ctx -> ctx.html("<p>Nothing</p>")))) {
      assertThat(paged.get("/nothing", "Accept", "text/html").body()).isEqualTo("<p>Nothing</p>");
      assertThat(paged.get("/nothing").body()).contains("urn:paca:problem:not-found");
    }
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
