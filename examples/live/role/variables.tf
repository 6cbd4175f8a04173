variable "name" {
  description = "What lintel live aws --role says."
  type        = string
  default     = "lintel-audit"
}

variable "trusted_arn" {
  description = "Who may assume the role: the ARN of a role, not of an account as a whole."
  type        = string
}

variable "external_id" {
  description = "What lintel live aws --external-id says."
  type        = string
}
