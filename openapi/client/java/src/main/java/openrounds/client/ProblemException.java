package openrounds.client;

import openrounds.client.model.Problem;

/** The API refused: its problem document (RFC 9457) says why, and names the field that is wrong. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final int status;
  private final String code;

  ProblemException(int status, Problem problem) {
    super(status + " " + problem.title() + (problem.detail() == null ? "" : ": " + problem.detail()));
    this.problem = problem;
    this.status = status;
    this.code = problem.type().substring(problem.type().lastIndexOf('/') + 1);
  }

  public Problem problem() {
    return problem;
  }

  /** The HTTP status: 404, 409, 422, 429 … */
  public int status() {
    return status;
  }

  /** The code of the problem, as {@code invalid-request}. */
  public String code() {
    return code;
  }
}
