score rubrics/google.yaml --rubric google
